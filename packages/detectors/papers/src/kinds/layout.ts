/** What the arrangement of a page says of its kind, without its words. */
import type { RecognisedLine, RecognisedPage } from '../text.ts';

export interface Layout {
  /** A table of three rows or more. */
  readonly table: boolean;
  /** Shape of an identity card (ISO/IEC 7810 ID-1, 1.586 : 1), alone on the picture. */
  readonly card: boolean;
  /** Shape of a telephone's screen. */
  readonly screen: boolean;
  /** A long narrow strip, as a till prints. */
  readonly strip: boolean;
  /** Lines hang on both sides in turn, as speech bubbles do. */
  readonly twoSides: boolean;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function twoSides(page: RecognisedPage): boolean {
  const margin = page.width * 0.22;
  const left = page.lines.filter(
    ({ region }) => region.x < margin && region.x + region.width < page.width - margin / 2,
  );
  const right = page.lines.filter(
    ({ region }) => region.x > margin && region.x + region.width > page.width - margin,
  );
  return Math.min(left.length, right.length) >= 2 && left.length + right.length >= page.lines.length * 0.5;
}

export function layoutOf(page: RecognisedPage): Layout {
  const ratio = page.height / Math.max(1, page.width);
  return {
    table: page.tables.some(({ rows }) => rows.length >= 3),
    card: Math.abs(1 / ratio - 1.586) < 0.25 && page.lines.length <= 16,
    screen: ratio > 1.6 && ratio < 2.5,
    strip: ratio > 1.4 && page.lines.length >= 8 && median(page.lines.map(({ text }) => text.length)) <= 14,
    twoSides: twoSides(page),
  };
}

/** Lines of the title: in the upper third, and larger than the page's print by a quarter, or the page's first three lines. */
export function titleLines(page: RecognisedPage): ReadonlySet<RecognisedLine> {
  const height = median(page.lines.map(({ region }) => region.height));
  return new Set(
    page.lines.filter(
      (line, i) => i < 3 || (line.region.y < page.height / 3 && line.region.height > height * 1.25),
    ),
  );
}
