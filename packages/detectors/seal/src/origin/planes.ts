import { lengthOf } from '../length.ts';
import type { Layers } from './layers.ts';

/** What the network sees of each pixel, in this order. */
export const PLANES = [
  'high',
  'middle',
  'low',
  'ink',
  'print',
  'high rest',
  'middle rest',
  'low rest',
  'radius',
] as const;

/** Planes of a seal and the paper about it, at the resolution of its page: `PLANES.length` × height × width, row-major. */
export interface OriginPlanes {
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

/** Densities and radii beyond these say nothing more. */
const DENSEST = 2;
const FARTHEST = 1.5;
/** Grey levels of a rest that count as 1, and the most that are told. */
const REST = 8;
const MOST_REST = 4;

/**
 * The seal in terms that no ink's colour changes: optical densities of the three channels, the most absorbed first, what was parted into seal
 * ink and print, what each pixel has beyond the mean of its four neighbours, and how far from the centre it lies (1 at the rim).
 */
export function originPlanes(layers: Layers): OriginPlanes {
  const { width, height, rgb, density, ink, print, channels, u, v } = layers;
  const size = width * height;
  const values = new Float32Array(PLANES.length * size);
  for (const [k, channel] of channels.entries()) {
    const rest = (5 + k) * size;
    for (let i = 0; i < size; i++) values[k * size + i] = Math.min(DENSEST, density[3 * i + channel]!);
    for (let y = 1; y + 1 < height; y++)
      for (let x = 1; x + 1 < width; x++) {
        const i = y * width + x;
        const at = 3 * i + channel;
        const about = rgb[at - 3]! + rgb[at + 3]! + rgb[at - 3 * width]! + rgb[at + 3 * width]!;
        const beyond = (rgb[at]! - about / 4) / REST;
        values[rest + i] = Math.max(-MOST_REST, Math.min(MOST_REST, beyond));
      }
  }
  values.set(ink, 3 * size);
  for (let i = 0; i < size; i++) {
    values[4 * size + i] = Math.min(DENSEST, print[i]!);
    values[8 * size + i] = Math.min(FARTHEST, lengthOf(u[i]!, v[i]!));
  }
  return { width, height, values };
}
