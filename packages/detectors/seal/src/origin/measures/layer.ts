import { maskWhere } from '@jianzhen/raster';
import { blurred } from '../../rectify/blur.ts';
import type { Layers } from '../layers.ts';
import { moments, slopes } from '../statistics.ts';
import { summedArea, windowMeans } from '../windows.ts';

/** Half widths of the blur that a layer may have suffered, in pixels; each is applied twice. */
const BLURS = [1, 2] as const;
/** Half widths of neighbourhoods in which what is left over is averaged, in shares of the radius. */
const REACHES = { Stroke: 0.03, Character: 0.1, Quarter: 0.28 } as const;

/**
 * The seal as one flat layer: its strokes, all of one strength, blurred as a whole. What a layer that was drawn leaves over is noise; ink
 * leaves pressure, patches and frayed edges.
 */
export function layer(layers: Layers): Record<string, number> {
  const { ink, stroke, print, width, height, radius, away, u, v } = layers;
  const used = maskWhere(ink, (_, i) => away[i]! < 2.5 && print[i]! < 0.25);
  const flat = new Float32Array(stroke);
  let rest = ink;
  let least = Number.POSITIVE_INFINITY;
  let best = 0;
  let strength = 1;
  for (const [k, reach] of BLURS.entries()) {
    const soft = blurred(blurred(flat, width, reach), width, reach);
    let [xy, xx] = [0, 1e-6];
    for (let i = 0; i < ink.length; i++) {
      if (used[i] === 0) continue;
      xy += soft[i]! * ink[i]!;
      xx += soft[i]! * soft[i]!;
    }
    const scale = xy / xx;
    const left = new Float32Array(ink.length);
    for (let i = 0; i < left.length; i++) if (used[i] !== 0) left[i] = ink[i]! - scale * soft[i]!;
    const error = meanSquare(left, used);
    if (error < least) [least, rest, best, strength] = [error, left, k, scale];
  }
  const out: Record<string, number> = {
    layerLeft: Math.sqrt(least) / Math.max(0.1, strength),
    layerBlur: best,
  };
  const left = rest;
  const sums = summedArea(used, width, height, (i) => left[i]!);
  for (const [name, share] of Object.entries(REACHES)) {
    const means = windowMeans(sums, stroke, Math.max(1, Math.round(share * radius)), 2);
    out[`layer${name}`] = moments(means).deviation / Math.max(0.1, strength);
  }
  // How far pressure that changes in a plane explains what is left.
  const pixels: number[] = [];
  for (let i = 0; i < ink.length; i += 3) if (stroke[i] && used[i]) pixels.push(i);
  const [a, b] = pixels.length < 50 ? [0, 0] : slopes(pixels, u, v, (i) => rest[i]!);
  out.layerLean = Math.hypot(a, b) / Math.max(0.1, strength);
  out.layerSkew = moments(pixels.map((i) => rest[i]!)).skew;
  return out;
}

function meanSquare(values: Float32Array, mask: Uint8Array): number {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (mask[i] === 0) continue;
    sum += values[i]! * values[i]!;
    count++;
  }
  return sum / Math.max(1, count);
}
