import type { Band } from './band.ts';
import type { TextLine } from './lines.ts';
import { ringPoint, type SealPlane } from './ring.ts';
import { COLUMNS, columnInk, depthOf, type RingSheet, rowAt, STEP, smoothed } from './sheet.ts';
import { away } from './upright.ts';

/** Turns from the top between which a title runs clockwise. */
export interface TitleSpan {
  readonly from: number;
  readonly to: number;
}

/** A column has ink from this share of what full columns have. */
const INKED = 0.22;
/** Columns over which ink is spread: specks are no characters. */
const SPREAD = 3;
/** What is read beyond the outermost ink, in heights of a character: some are narrow at their feet. */
const MARGIN = 0.5;
/** A gap's middle lies at most so many turns from the bottom. */
const ASTRAY = 0.17;
/** Shorter gaps are spaces between characters: the title goes all around. */
const LEAST_GAP = 0.05;

/** Finds where a ring's text begins and ends: beside the largest gap at the bottom, with lines across the seal left out. */
export function titleSpan(
  sheet: RingSheet,
  plane: SealPlane,
  up: number,
  band: Band,
  lines: readonly TextLine[],
): TitleSpan {
  const own = withoutLines(sheet, plane, up, lines);
  // The code stands beside the upper part of the characters, so their lower part tells.
  const height = band.bottom - band.top;
  const ink = smoothed(
    columnInk(own, rowAt(sheet, band.top + 0.45 * height), rowAt(sheet, band.bottom)),
    SPREAD,
  );
  const full = ink.toSorted()[Math.floor(0.8 * COLUMNS)];
  const columns = ink.map((value) => (value > INKED * full ? 1 : 0));
  const gap = emptyRuns(columns)
    .filter(({ from, to }) => away((from + to) / 2 / COLUMNS, up + 0.5) <= ASTRAY)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (!gap || gap.to - gap.from < LEAST_GAP * COLUMNS) return { from: up - 0.5, to: up + 0.5 };
  const margin = Math.min((MARGIN * height) / plane.length, (gap.to - gap.from) / COLUMNS / 2);
  return { from: gap.to / COLUMNS - margin, to: gap.from / COLUMNS + 1 + margin };
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

/** The sheet without the ink of lines across the seal. */
function withoutLines(sheet: RingSheet, plane: SealPlane, up: number, lines: readonly TextLine[]): RingSheet {
  if (lines.length === 0) return sheet;
  const ink = sheet.ink.slice();
  const [sin, cos] = [Math.sin(2 * Math.PI * up), Math.cos(2 * Math.PI * up)];
  for (let row = rowAt(sheet, 0.05); row < sheet.rows; row++) {
    for (let x = 0; x < COLUMNS; x++) {
      const [px, py] = ringPoint(plane, x / COLUMNS, depthOf(row) + STEP / 2);
      const [u, v] = [cos * px + sin * py, cos * py - sin * px];
      const covered = lines.some(
        ({ left, right, top, bottom }) =>
          u > left - 0.02 && u < right + 0.02 && v > top - 0.02 && v < bottom + 0.02,
      );
      if (covered) ink[row * COLUMNS + x] = 0;
    }
  }
  return { ...sheet, ink };
}
