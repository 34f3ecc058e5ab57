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
/** Least mean ink of the strongest row. */
const LEAST = 0.06;

/** Finds the small digits along the lower rim, read against the clock with their tops inwards; null where there are none. */
export function codePart(
  sheet: RingSheet,
  plane: SealPlane,
  rim: number,
  up: number,
  band: Band,
  title: TitleSpan,
): RingPart | null {
  const reach = Math.min(REACH, (1 - (title.to - title.from)) / 2 + 0.02);
  if (reach < 0.05) return null;
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
  const inked = Array.from({ length: 2 * count + 1 }, (_, i) => i - count).filter((k) => at(k) > LEAST);
  if (inked.length === 0) return null;
  const margin = (0.6 * height) / plane.length;
  const room = 0.25 * height;
  return {
    from: up + 0.5 + inked.at(-1)! / COLUMNS + margin,
    to: up + 0.5 + inked[0] / COLUMNS - margin,
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
