import type { RgbImage } from '@jianzhen/raster';
import { GLOW } from './paper.ts';
import type { LocatorPlanes } from './planes.ts';

/** What ink is told by: how far colours differ, or how dark it is. */
export type InkBy = 'chroma' | 'dark';
/** A page's paper, by which its ink is told. */
export type InkedPage = Pick<LocatorPlanes, 'factor' | 'paper'>;

/** Page pixels between samples of a profile. */
export const STEP = 0.5;

/** Ink along a line across an outline, from `reach` pixels outside to as many inside; 0–1, by steps of `STEP`. */
export function inkProfile(
  image: RgbImage,
  page: InkedPage,
  by: InkBy,
  { x, y, ox, oy }: { readonly x: number; readonly y: number; readonly ox: number; readonly oy: number },
  reach: number,
): Float32Array {
  const profile = new Float32Array(Math.ceil((2 * reach) / STEP) + 1);
  for (let s = 0; s < profile.length; s++) {
    const t = reach - s * STEP;
    profile[s] = inkAt(image, page, by, x + ox * t, y + oy * t);
  }
  return profile;
}

/** The middle one of the most ink on each profile. */
export function typicalInk(profiles: readonly Float32Array[]): number {
  const peaks = profiles.map((profile) => Math.max(...profile)).sort((a, b) => a - b);
  return peaks[peaks.length >> 1] ?? 0;
}

/** Index, with its fraction, where a profile first rises to half of the rim; null where there is no rim, or ink from the start. */
export function risesAt(profile: Float32Array, typical: number): number | null {
  for (let s = 1; s < profile.length; s++) {
    if (profile[s]! < 0.5 * typical) continue;
    if (s === 1) return null;
    const [before, after] = [profile[s - 1]!, profile[s]!];
    return s - 1 + (0.5 * typical - before) / Math.max(1e-6, after - before);
  }
  return null;
}

/** Ink at a place of the page against the paper about it; bilinear, 0 beyond the page. */
function inkAt(
  { width, height, rgb }: RgbImage,
  { factor, paper }: InkedPage,
  by: InkBy,
  px: number,
  py: number,
): number {
  const u = px - 0.5;
  const v = py - 0.5;
  const x = Math.floor(u);
  const y = Math.floor(v);
  if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) return 0;
  const [fx, fy] = [u - x, v - y];
  const knot = paper.cell * factor;
  const column = Math.min(paper.columns - 1, Math.floor(px / knot));
  const row = Math.min(paper.rows - 1, Math.floor(py / knot));
  const from = (row * paper.columns + column) * 3;
  const i = (y * width + x) * 3;
  const below = i + width * 3;
  let [least, most] = [GLOW, 0];
  for (let c = 0; c < 3; c++) {
    const value =
      (rgb[i + c]! * (1 - fx) + rgb[i + c + 3]! * fx) * (1 - fy) +
      (rgb[below + c]! * (1 - fx) + rgb[below + c + 3]! * fx) * fy;
    const share = Math.min(GLOW, value / paper.colours[from + c]!);
    least = Math.min(least, share);
    most = Math.max(most, share);
  }
  return by === 'chroma' ? most - least : 1 - least;
}
