import type { Band } from './band.ts';
import type { SealPlane } from './ring.ts';
import { COLUMNS, columnAt, columnInk, depthOf, type RingSheet, rowAt, smoothed } from './sheet.ts';
import type { RingPart } from './strips.ts';
import type { TitleSpan } from './title.ts';

/** Heights of the digits of a code in the seal's unit. */
const HEIGHT = { least: 0.035, most: 0.17 } as const;
/** Widest arc of a code, in turns on each side of the bottom. */
const REACH = 0.17;
/** Shares of the strongest row or column from which there is ink. */
const INKED = 0.3;
/** Turns from the bottom that every code reaches. */
const SHORTEST = 0.075;
/** Widest gap between digits, in heights of one. */
const GAP = 1.6;
/** Turns by which a code may reach under a title's ends, since its digits are set nearer to the rim. */
const BESIDE = 0.05;
/** Least mean ink of the strongest row. */
const LEAST = 0.02;

/**
 * Finds the small digits along the lower rim, read against the clock with their tops inwards; null where there are none.
 *
 * @param sheet without the title and the lines across the seal
 */
export function codePart(
  sheet: RingSheet,
  plane: SealPlane,
  rim: number,
  up: number,
  band: Band,
  title: TitleSpan,
): RingPart | null {
  const reach = Math.min(REACH, (1 - (title.to - title.from)) / 2 + BESIDE);
  if (reach < 1.5 * BESIDE) return null;
  const bottom = columnAt(up + 0.5);
  const count = Math.round(reach * COLUMNS);
  const first = rowAt(sheet, rim);
  const last = rowAt(sheet, Math.min(band.bottom, rim + 0.26));
  const profile = Float32Array.from({ length: last - first }, (_, row) => {
    let sum = 0;
    for (let k = -count; k <= count; k++)
      sum += sheet.ink[(first + row) * COLUMNS + ((bottom + k + COLUMNS) % COLUMNS)];
    return sum / (2 * count + 1);
  });
  const rows = strongestRun(profile);
  if (!rows) return null;
  const [from, to] = rows;
  const height = depthOf(to) - depthOf(from);
  if (height < HEIGHT.least || height > HEIGHT.most) return null;
  const columns = smoothed(columnInk(sheet, first + from, first + to), 4);
  const at = (k: number) => columns[(bottom + k + COLUMNS) % COLUMNS];
  const full = Math.max(...Array.from({ length: 2 * count + 1 }, (_, i) => at(i - count)), LEAST);
  const widest = Math.round((GAP * height * COLUMNS) / plane.length);
  const side = (step: 1 | -1) => {
    let end = 0;
    for (let k = 0; Math.abs(k) <= count && Math.abs(k - end) <= widest; k += step) {
      if (at(k) > INKED * full) end = k;
    }
    return end;
  };
  const [left, right] = [side(-1), side(1)];
  if (left === right) return null;
  // A code stands symmetrically, and faint digits leave gaps.
  const half = Math.min(count, Math.max(-left, right, Math.round(SHORTEST * COLUMNS)));
  const margin = (0.6 * height) / plane.length;
  const room = 0.25 * height;
  return {
    from: up + 0.5 + half / COLUMNS + margin,
    to: up + 0.5 - half / COLUMNS - margin,
    top: depthOf(first + to) + room,
    bottom: depthOf(first + from) - room,
  };
}

/** The rows about the strongest below the rim's shade, as [from, to). */
function strongestRun(profile: Float32Array): readonly [number, number] | null {
  let start = 0;
  while (start + 1 < profile.length && profile[start + 1] < profile[start]) start++;
  const rest = profile.subarray(start);
  const most = Math.max(...rest, 0);
  if (most < LEAST) return null;
  const peak = start + rest.indexOf(most);
  let [from, to] = [peak, peak + 1];
  while (from > start && profile[from - 1] > INKED * most) from--;
  while (to < profile.length && profile[to] > INKED * most) to++;
  return [from, to];
}
