import type { Ink } from './ink.ts';

/** A part of a strip, in columns; `right` is exclusive. */
export interface ColumnSpan {
  readonly left: number;
  readonly right: number;
}

/** Share of the way between two neighbours in which the gap between them is looked for. */
const SEARCH = 0.34;
/** Columns with less than this share of the mean ink are empty. */
const EMPTY = 0.12;

/** How wide a character is set, in shares of the em: letters and digits about half of a Chinese one. */
export function relativeWidth(text: string): number {
  if (/^[ilI1.,:;'|!\s]$/.test(text)) return 0.35;
  return /^[\x21-\x7e]$/.test(text) ? 0.55 : 1;
}

/**
 * Columns of every character from where the network saw it: neighbours part at the emptiest column between them, and what is
 * empty at a character's sides is cut away.
 *
 * @param centres columns at which the network saw the characters, ascending
 * @param widths `relativeWidth` of each
 * @param squeeze `squeezeOf` the strip
 */
export function characterSpans(
  { columns, top, bottom }: Ink,
  centres: readonly number[],
  widths: readonly number[],
  squeeze = 1,
): ColumnSpan[] {
  const em = emOf(centres, widths, squeeze * (bottom - top));
  const empty = (EMPTY * columns.reduce((sum, value) => sum + value, 0)) / Math.max(1, columns.length);
  const cuts = centres.slice(1).map((right, i) => {
    const left = centres[i];
    const middle = left + ((right - left) * widths[i]) / (widths[i] + widths[i + 1]);
    return emptiest(columns, middle, SEARCH * (right - left));
  });
  return centres.map((centre, i) => {
    const reach = 0.75 * widths[i] * em;
    const left = Math.max(0, Math.floor(Math.max(cuts[i - 1] ?? 0, centre - reach)));
    const right = Math.min(columns.length, Math.ceil(Math.min(cuts[i] ?? columns.length, centre + reach)));
    return trimmed(columns, left, Math.max(left + 1, right), empty);
  });
}

/** Columns an em: the median of what the distances between neighbours say, or else the height of the ink. */
function emOf(centres: readonly number[], widths: readonly number[], height: number): number {
  const steps = centres
    .slice(1)
    .map((right, i) => (2 * (right - centres[i])) / (widths[i] + widths[i + 1]))
    .sort((a, b) => a - b);
  return Math.max(height, steps.length < 3 ? 0 : steps[steps.length >> 1]);
}

function emptiest(columns: Float32Array, middle: number, reach: number): number {
  let best = Math.round(middle);
  let least = Infinity;
  for (let x = Math.ceil(middle - reach); x <= middle + reach; x++) {
    const here = (columns[x - 1] ?? 0) + 2 * (columns[x] ?? 0) + (columns[x + 1] ?? 0);
    // Where nothing tells, the middle.
    const value = here * (1 + Math.abs(x - middle) / (4 * reach + 1)) + Math.abs(x - middle);
    if (value < least) [least, best] = [value, x];
  }
  return best;
}

function trimmed(columns: Float32Array, left: number, right: number, empty: number): ColumnSpan {
  let [from, to] = [left, right];
  while (from < to && columns[from] <= empty) from++;
  while (to > from && columns[to - 1] <= empty) to--;
  return from < to ? { left: from, right: to } : { left, right };
}
