// A seal unrolled about its centre: turning it becomes a shift along a row. After Q. Chen, M. Defrise, F. Deconinck, "Symmetric
// phase-only matched filtering of Fourier–Mellin transforms for image registration and recognition" (PAMI 1994), with linear radii,
// since the size is known from the rim.
import type { SealPatch } from '../types.ts';

/** Rings from near the centre to just beyond the rim, and sectors clockwise from the top. */
export const RINGS = 60;
export const SECTORS = 288;
export const CELLS = RINGS * SECTORS;
const FIRST = 0.08;
const LAST = 1.02;
/** Share of the radius over which the rings lie. */
export const DEPTH = LAST - FIRST;

/** Radius of a ring's middle, the rim's outer edge being 1; of a map of so many rings. */
export const ringRadius = (ring: number, rings: number): number => FIRST + ((ring + 0.5) * DEPTH) / rings;

/** Levels of a cell. */
export const UNSEEN = 0;
export const BLANK = 1;
export const PARTLY = 2;
export const INKED = 3;

/** A level a cell, ring by ring from the innermost. */
export type PolarMap = Uint8Array;

const SAMPLES = 3;
/** Shares of a ring's darkest ink from which a cell is partly or wholly inked. */
const PART = 0.3;
const FULL = 0.65;
/** Share of a ring's cells that are darker than what is called its darkest; and the least that may be called so. */
const DARKEST = 0.06;
const FAINTEST = 0.1;
/** Least share of cells seen, and of those inked, for a seal to be known again by. */
const LEAST_SEEN = 0.4;
const LEAST_INKED = 0.04;

/** Null where too little of the seal is there. Fine lettering is fainter than a star or rim: each ring is measured by itself. */
export function polarMap(patch: SealPatch): PolarMap | null {
  const { ink, seen } = unrolled(patch);
  const map = new Uint8Array(CELLS);
  let known = 0;
  let inked = 0;
  const values = new Float32Array(SECTORS);
  for (let ring = 0; ring < RINGS; ring++) {
    const [from, to] = [ring * SECTORS, (ring + 1) * SECTORS];
    let count = 0;
    for (let cell = from; cell < to; cell++) if (seen[cell]! > 0.5) values[count++] = ink[cell]!;
    const sorted = values.subarray(0, count).sort();
    const darkest = Math.max(FAINTEST, sorted[Math.floor((1 - DARKEST) * count)] ?? 0);
    for (let cell = from; cell < to; cell++) {
      if (seen[cell]! <= 0.5) continue;
      const share = ink[cell]! / darkest;
      map[cell] = share < PART ? BLANK : share < FULL ? PARTLY : INKED;
      if (map[cell] !== BLANK) inked++;
    }
    known += count;
  }
  return known < LEAST_SEEN * CELLS || inked < LEAST_INKED * known ? null : map;
}

export interface Unrolled {
  /** Mean ink of what was seen of a cell, 0–1. */
  readonly ink: Float32Array;
  /** Share of it that was seen. */
  readonly seen: Float32Array;
}

/** Ink by ring and sector. */
export function unrolled(
  { size, ink, seen }: SealPatch,
  rings = RINGS,
  sectors = SECTORS,
  first = FIRST,
  last = LAST,
): Unrolled {
  const result = { ink: new Float32Array(rings * sectors), seen: new Float32Array(rings * sectors) };
  const pixels = sampledPixels(size, rings, sectors, first, last);
  const each = SAMPLES * SAMPLES;
  for (let cell = 0; cell < rings * sectors; cell++) {
    let [sum, count] = [0, 0];
    for (let k = cell * each; k < (cell + 1) * each; k++) {
      const pixel = pixels[k]!;
      if (pixel < 0 || seen[pixel] === 0) continue;
      sum += ink[pixel]!;
      count++;
    }
    result.ink[cell] = count === 0 ? 0 : sum / count;
    result.seen[cell] = count / each;
  }
  return result;
}

const sampled = new Map<string, Int32Array>();

/** Pixels that each cell samples, −1 beyond the patch; kept, since all patches are of one size. */
function sampledPixels(
  size: number,
  rings: number,
  sectors: number,
  first: number,
  last: number,
): Int32Array {
  const key = [size, rings, sectors, first, last].join();
  const kept = sampled.get(key);
  if (kept) return kept;
  const pixels = new Int32Array(rings * sectors * SAMPLES * SAMPLES);
  const [middle, step] = [size / 2, (last - first) / rings];
  for (let at = 0; at < pixels.length; at++) {
    const cell = Math.floor(at / (SAMPLES * SAMPLES));
    const k = at % (SAMPLES * SAMPLES);
    const ring = Math.floor(cell / sectors);
    const radius = middle * (first + (ring + (Math.floor(k / SAMPLES) + 0.5) / SAMPLES) * step);
    const angle = (2 * Math.PI * ((cell % sectors) * SAMPLES + (k % SAMPLES) + 0.5)) / (sectors * SAMPLES);
    const x = Math.floor(middle + radius * Math.sin(angle));
    const y = Math.floor(middle - radius * Math.cos(angle));
    pixels[at] = x < 0 || y < 0 || x >= size || y >= size ? -1 : y * size + x;
  }
  sampled.set(key, pixels);
  return pixels;
}
