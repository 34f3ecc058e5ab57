import { type Box, union } from '../picture.ts';
import type { Written } from './sheet.ts';

/** A line of print, or what stands alone in one: a cell, a label with its value. */
export interface TextLine {
  readonly text: string;
  /** Around its ink, in pixels of the page. */
  readonly box: Box;
}

/** Baselines this near, in pixels, are one line's. */
const SAME_LINE = 3;
/** Gap in ems that parts what stands side by side. */
const GAP = 0.7;

/** Pieces of text as lines, those of one baseline joined where no wide gap parts them. */
export function linesOf(written: readonly Written[]): TextLine[] {
  const rows: Written[][] = [];
  for (const piece of written.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && piece.baseline - row[0]!.baseline <= SAME_LINE) row.push(piece);
    else rows.push([piece]);
  }
  return rows.flatMap((row) => {
    const lines: Written[][] = [];
    for (const piece of row.toSorted((a, b) => a.left - b.left)) {
      const last = lines.at(-1)?.at(-1);
      if (last && piece.left - last.right < GAP * Math.max(piece.size, last.size)) lines.at(-1)!.push(piece);
      else lines.push([piece]);
    }
    return lines.map((pieces) => ({
      text: pieces.map(({ text }) => text).join(''),
      box: union(pieces.map(({ box }) => box)),
    }));
  });
}
