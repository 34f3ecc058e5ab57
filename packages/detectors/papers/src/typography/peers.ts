import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { median } from './robust.ts';

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

/** How much lower each step to the right a base line lies: perspective and skew move it, so that it goes by the lines near by. */
export function slopeNear(number: PrintedNumber, lines: readonly LineSlope[]): number {
  const near = lines
    .map(({ slope, at }) => ({ slope, far: Math.abs(at - number.box.bottom) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 7);
  return near.length === 0 ? 0 : median(near.map(({ slope }) => slope));
}

export interface LineSlope {
  readonly slope: number;
  /** Where it lies down the page. */
  readonly at: number;
}

/** Slopes of the base lines of long numbers and of lines with several numbers: the median over pairs of digits (Theil 1950, Sen 1968). */
export function lineSlopes(numbers: readonly PrintedNumber[]): LineSlope[] {
  return [...Map.groupBy(numbers, ({ line }) => line).values()].flatMap((members) => {
    const glyphs = members.flatMap((number) => number.glyphs);
    const size = median(members.map((number) => number.size));
    const slopes: number[] = [];
    for (const [i, a] of glyphs.entries()) {
      for (const b of glyphs.slice(i + 1)) {
        const across = (b.left + b.right - a.left - a.right) / 2;
        if (Math.abs(across) > 3 * size) slopes.push((b.bottom - a.bottom) / across);
      }
    }
    return slopes.length < 3 ? [] : [{ slope: median(slopes), at: glyphs[0].bottom }];
  });
}
