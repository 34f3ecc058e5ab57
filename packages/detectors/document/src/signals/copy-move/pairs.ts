import type { Plane } from '@jianzhen/raster';
import { CELL } from '../../signal.ts';
import { type Agreement, type Grower, grower } from './agreement.ts';
import type { Hypothesis } from './hypotheses.ts';
import type { Keypoints } from './keypoints.ts';
import { median } from './median.ts';
import { printedPixels, type Registered, register, type Window } from './registration.ts';
import { mapX, mapY } from './similarity.ts';

/** Two registered places and how well they agree; coordinates in pixels of the working plane. */
export interface Pair extends Registered {
  readonly agreement: Agreement;
  /** Median over the cells of print of log10(residual / variance). */
  readonly medianLogRatio: number;
  readonly support: number;
}

/** Cells of print below which a pair says nothing. */
const MIN_CELLS = 5;
/** Cells of print that fix a registration. */
const ENOUGH_TO_REGISTER = 30;

/** Registers the hypotheses and grows their regions; repetitions of one pair are dropped, the better grown one stays. */
export function verify(
  plane: Plane,
  smoothed: Plane,
  points: Keypoints,
  candidates: readonly Hypothesis[],
  radius: number,
  minimumOffset: number,
): Pair[] {
  const cells = grower(plane, smoothed);
  const found: Pair[] = [];
  for (const candidate of candidates) {
    const pair = verifyOne(plane, smoothed, points, candidate, radius, minimumOffset, cells);
    if (pair) found.push(pair);
  }
  found.sort((a, b) => b.agreement.print.length - a.agreement.print.length);
  const kept: Pair[] = [];
  for (const pair of found) if (!kept.some((k) => samePair(k, pair, cells.columns))) kept.push(pair);
  return kept;
}

function verifyOne(
  plane: Plane,
  smoothed: Plane,
  points: Keypoints,
  { map, members }: Hypothesis,
  radius: number,
  minimumOffset: number,
  cells: Grower,
): Pair | null {
  const seeds = members.map((m) => ({ x: points.x[m], y: points.y[m] }));
  const around = boundsOf(seeds, radius);
  const nearSeed = (x: number, y: number) =>
    seeds.some((s) => (s.x - x) * (s.x - x) + (s.y - y) * (s.y - y) < radius * radius);
  let pair = register(smoothed, map, around, printedPixels(smoothed, around, nearSeed));
  if (!pair) return null;
  let agreement = cells.grow(pair, seeds, ENOUGH_TO_REGISTER);
  if (agreement.print.length < MIN_CELLS) return null;
  const inside = new Set(agreement.print);
  const inRegion = (x: number, y: number) =>
    inside.has(Math.floor(y / CELL) * cells.columns + Math.floor(x / CELL));
  const region = boundsOf(
    agreement.print.map((cell) => cellCentre(cell, cells.columns)),
    CELL / 2,
  );
  pair = register(plane, pair.map, region, printedPixels(plane, region, inRegion)) ?? pair;
  agreement = cells.grow(pair, seeds);
  if (agreement.print.length < MIN_CELLS) return null;
  const cx = (region.left + region.right) / 2;
  const cy = (region.top + region.bottom) / 2;
  if (Math.hypot(mapX(pair.map, cx, cy) - cx, mapY(pair.map, cx, cy) - cy) < minimumOffset) return null;
  return { ...pair, agreement, medianLogRatio: median(agreement.logRatio), support: members.length };
}

/** Whether `b` describes the places of `a` again, in the same or the opposite direction. */
function samePair(a: Pair, b: Pair, columns: number): boolean {
  const region = new Set(a.agreement.print);
  let same = 0;
  for (const cell of b.agreement.print) {
    const { x, y } = cellCentre(cell, columns);
    const u = mapX(b.map, x, y);
    const v = mapY(b.map, x, y);
    const forward = region.has(cell) && Math.hypot(mapX(a.map, x, y) - u, mapY(a.map, x, y) - v) < 2;
    const target = Math.floor(v / CELL) * columns + Math.floor(u / CELL);
    const backward = region.has(target) && Math.hypot(mapX(a.map, u, v) - x, mapY(a.map, u, v) - y) < 2;
    if (forward || backward) same++;
  }
  return 2 * same >= b.agreement.print.length;
}

export function cellCentre(cell: number, columns: number): { x: number; y: number } {
  return { x: (cell % columns) * CELL + CELL / 2, y: Math.floor(cell / columns) * CELL + CELL / 2 };
}

export function boundsOf(
  points: readonly { readonly x: number; readonly y: number }[],
  margin: number,
): Window {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}
