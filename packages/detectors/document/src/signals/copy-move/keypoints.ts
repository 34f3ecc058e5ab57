import type { Plane } from '@jianzhen/raster';
import { boxMean, shrink } from './filters.ts';

/** Points of a plane, sub-pixel; `x[i]`, `y[i]`. */
export interface Keypoints {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Blobs are sought at half the size: they are wider than a pixel, and it takes a quarter of the time. */
const HALF = 2;
const FINE = 1;
const COARSE = 4;
const SPACING = 1;
/** Grey levels by which a blob must stand out of its surroundings; flat paper stays below. */
const CONTRAST = 8;

/**
 * Blobs of print: extrema of a difference of box means (6 and 18 pixels wide). The pixels of a copy make the same
 * extrema, so that features are needed at these places only. Keeps the `limit` strongest, at least `margin` from the border.
 */
export function keypoints(smoothed: Plane, limit: number, margin: number): Keypoints {
  const small = shrink(smoothed, HALF);
  const { width, height } = small;
  const response = boxMean(small, FINE);
  const surround = boxMean(small, COARSE);
  const d = response.data;
  for (let i = 0; i < d.length; i++) d[i] -= surround.data[i];
  const found: number[] = [];
  const border = Math.ceil(margin / HALF) + 1;
  for (let y = border; y < height - border; y++) {
    for (let x = border; x < width - border; x++) {
      const i = y * width + x;
      const v = d[i];
      if (v < CONTRAST && v > -CONTRAST) continue;
      if (isExtremum(d, i, width, v < 0)) found.push(i);
    }
  }
  const kept = strongest(found, d, limit);
  const x = new Float32Array(kept.length);
  const y = new Float32Array(kept.length);
  for (const [n, i] of kept.entries()) {
    x[n] = HALF * ((i % width) + vertex(d[i - 1], d[i], d[i + 1]) + 0.5) - 0.5;
    y[n] = HALF * (Math.floor(i / width) + vertex(d[i - width], d[i], d[i + width]) + 0.5) - 0.5;
  }
  return { count: kept.length, x, y };
}

/** Strictly before its neighbours above and to the left, at least equal to those after: a plateau counts once. */
function isExtremum(d: Float32Array, i: number, width: number, dark: boolean): boolean {
  const v = dark ? -d[i] : d[i];
  for (let j = -SPACING; j <= SPACING; j++) {
    for (let k = -SPACING; k <= SPACING; k++) {
      if (j === 0 && k === 0) continue;
      const raw = d[i + j * width + k];
      const u = dark ? -raw : raw;
      if (u > v || (u === v && (j < 0 || (j === 0 && k < 0)))) return false;
    }
  }
  return true;
}

function strongest(found: number[], d: Float32Array, limit: number): number[] {
  if (found.length <= limit) return found;
  return found
    .toSorted((a, b) => Math.abs(d[b]) - Math.abs(d[a]) || a - b)
    .slice(0, limit)
    .sort((a, b) => a - b);
}

/** Where the parabola through three samples peaks, in (−0.5, 0.5] of the middle one. */
function vertex(before: number, at: number, after: number): number {
  const curvature = before - 2 * at + after;
  if (curvature === 0) return 0;
  return Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / curvature));
}
