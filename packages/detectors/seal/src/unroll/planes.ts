import type { InkedSeal } from '../rectify/page-seal.ts';
import type { SealPlane } from './ring.ts';
import { COLUMNS, type RingSheet, TOP } from './sheet.ts';
import { drawRing } from './strips.ts';

/** What the network of rings sees: a seal's ink and what is dark in all colours, as print is, unrolled from the frame's top on, clockwise. */
export const RING_PLANES = 2;
/** Columns of a plane, for all of the ring. */
export const RING_COLUMNS = 360;
/** Columns of the sheet in one. */
const WIDE = COLUMNS / RING_COLUMNS;
/** Optical density that counts as all dark. */
const BLACK = 1.5;

/** Planes × rows of the sheet × `RING_COLUMNS`, each 0–1. */
export function ringPlanes(
  { cut, density }: Pick<InkedSeal, 'cut' | 'density'>,
  plane: SealPlane,
  { ink, rows }: RingSheet,
  bottom: number,
): Float32Array {
  const size = rows * RING_COLUMNS;
  const out = new Float32Array(RING_PLANES * size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = 0; k < WIDE; k++) sum += ink[WIDE * i + k];
    out[i] = sum / WIDE;
  }
  const { width, height } = cut.picture;
  const dark = new Float32Array(width * height);
  for (let i = 0, at = 0; i < dark.length; i++, at += 3) {
    const least = Math.min(density[at], density[at + 1], density[at + 2]);
    dark[i] = Math.min(1, Math.max(0, least / BLACK));
  }
  const source = { width, height, data: dark, channels: 1 } as const;
  out.set(drawRing(source, plane, { from: 0, to: 1, top: TOP, bottom }, RING_COLUMNS, rows), size);
  return out;
}
