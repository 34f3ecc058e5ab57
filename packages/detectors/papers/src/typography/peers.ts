import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';

/** What a number is compared with, itself left out. */
export interface Peers {
  /** Digits of other numbers on its line. */
  readonly line: readonly Glyph[];
  /** Digits of numbers of about its size in its column (left, middle or right ends meet) and of its row in a table. */
  readonly column: readonly Glyph[];
  /** Digits of about its size anywhere on the page. */
  readonly page: readonly Glyph[];
}

/** Ends meet within this many digit heights. */
const ALIGNED = 0.6;
/** Sizes alike: within a column, where a retyped number may have come out larger, and on the page. */
const COLUMN_SIZES = 0.3;
const PAGE_SIZES = 0.18;

const alike = (a: PrintedNumber, b: PrintedNumber, most: number) =>
  Math.abs(Math.log(a.size / b.size)) < most;

function inColumn(a: PrintedNumber, b: PrintedNumber): boolean {
  const reach = ALIGNED * a.size;
  const meet = (x: number, y: number) => Math.abs(x - y) < reach;
  return (
    meet(a.box.left, b.box.left) ||
    meet(a.box.right, b.box.right) ||
    meet(a.box.left + a.box.right, b.box.left + b.box.right)
  );
}

const inRow = (a: PrintedNumber, b: PrintedNumber) =>
  Math.abs(a.box.bottom - b.box.bottom) < ALIGNED * a.size;

export function peersOf(number: PrintedNumber, all: readonly PrintedNumber[]): Peers {
  const others = all.filter((other) => other !== number && Math.abs(other.angle - number.angle) < 0.02);
  const glyphs = (numbers: readonly PrintedNumber[]) => numbers.flatMap((other) => other.glyphs);
  return {
    line: glyphs(others.filter(({ line }) => line === number.line)),
    column: glyphs(
      others.filter(
        (other) =>
          other.line !== number.line &&
          alike(number, other, COLUMN_SIZES) &&
          (inColumn(number, other) || inRow(number, other)),
      ),
    ),
    page: glyphs(others.filter((other) => alike(number, other, PAGE_SIZES))),
  };
}
