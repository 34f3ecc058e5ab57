import type { Band } from './band.ts';
import type { SealPlane } from './ring.ts';
import { COLUMNS, columnInk, type RingSheet, rowAt, smoothed } from './sheet.ts';
import { away } from './upright.ts';

/** Turns between which a title's ink lies, clockwise; `to` is the greater. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
}

/** A column has ink from this share of what full columns have. */
const INKED = 0.22;
/** Columns over which ink is spread: specks are no characters. */
const SPREAD = 3;
/** A gap's middle lies at most so many turns from the bottom. */
const ASTRAY = 0.17;
/** Shorter gaps are spaces between characters: the title goes all around. */
const LEAST_GAP = 0.05;

/**
 * Finds where a ring's text begins and ends: beside the largest gap at the bottom.
 *
 * @param sheet without the lines across the seal
 */
export function titleSpan(sheet: RingSheet, plane: SealPlane, up: number, band: Band): TitleSpan {
  // The code stands beside the upper part of the characters, so their lower part tells.
  const height = band.bottom - band.top;
  const ink = smoothed(
    columnInk(sheet, rowAt(sheet, band.top + 0.45 * height), rowAt(sheet, band.bottom)),
    SPREAD,
  );
  const full = ink.toSorted()[Math.floor(0.8 * COLUMNS)];
  const columns = ink.map((value) => (value > INKED * full ? 1 : 0));
  const gap = emptyRuns(columns)
    .filter(({ from, to }) => away((from + to) / 2 / COLUMNS, up + 0.5) <= ASTRAY)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!gap || gap.to - gap.from < LEAST_GAP * COLUMNS) return { from: up - 0.5, to: up + 0.5 };
  return evened(gap.to / COLUMNS, gap.from / COLUMNS + 1, up, height / plane.length);
}

/** A title stands symmetrically: where one side reaches further, the other has a weak or narrow last character, or this one a blot. */
function evened(from: number, to: number, up: number, height: number): TitleSpan {
  const top = up + Math.round((from + to) / 2 - up);
  const [left, right] = [top - from, to - top];
  const most = Math.min(0.5, Math.min(left, right) + height);
  const half = Math.min(most, Math.max(left, right));
  return { from: top - half, to: top + half };
}

/** Runs of zeros around a circle; `to` may lie beyond the last column. */
function emptyRuns(columns: Float32Array): { from: number; to: number }[] {
  const start = columns.findIndex((value) => value > 0);
  if (start < 0) return [];
  const found: { from: number; to: number }[] = [];
  for (let k = 1; k <= COLUMNS; k++) {
    if (columns[(start + k) % COLUMNS] > 0) continue;
    const last = found.at(-1);
    if (last?.to === start + k) last.to++;
    else found.push({ from: start + k, to: start + k + 1 });
  }
  return found;
}
