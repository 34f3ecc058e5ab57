import type { RgbImage } from '@jianzhen/raster';
import { type Affine, moved } from '../fingerprint/affine.ts';
import { SECTORS } from '../fingerprint/polar.ts';
import type { SealPatch } from '../types.ts';

/** Ink of both; of the specimen alone; of the seal alone; the same where the other's ink is near; neither. */
const BOTH = [96, 96, 96] as const;
const SPECIMEN = [34, 98, 214] as const;
const SEAL = [222, 44, 44] as const;
const BESIDE = { specimen: [150, 180, 236], seal: [240, 164, 164] } as const;
const NONE = [255, 255, 255] as const;
const BEYOND = [232, 232, 236] as const;

const INKED = 0.45;
const BARE = 0.2;
/** Ink that has its counterpart within this share of the side is where it should be. */
const TOLERANCE = 0.006;

export interface Overlay {
  readonly picture: RgbImage;
  /** Shares of the specimen's ink that the seal lacks, and of the seal's ink that the specimen lacks. */
  readonly missing: number;
  readonly surplus: number;
}

/** The seal turned by `turn` sectors and moved by the map, laid over the specimen. */
export function overlayOf(seal: SealPatch, specimen: SealPatch, turn: number, map: Affine): Overlay {
  const { size } = specimen;
  const laid = { ink: new Float32Array(size * size), seen: new Uint8Array(size * size) };
  const angle = (2 * Math.PI * turn) / SECTORS;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  for (let at = 0; at < size * size; at++) {
    const x = (2 * ((at % size) + 0.5)) / size - 1;
    const y = (2 * (Math.floor(at / size) + 0.5)) / size - 1;
    const [u, v] = moved(map, x, y);
    const px = Math.floor(((u * cos - v * sin + 1) / 2) * seal.size);
    const py = Math.floor(((u * sin + v * cos + 1) / 2) * seal.size);
    if (px < 0 || py < 0 || px >= seal.size || py >= seal.size) continue;
    laid.ink[at] = seal.ink[py * seal.size + px]!;
    laid.seen[at] = seal.seen[py * seal.size + px]!;
  }
  const reach = Math.max(1, Math.round(TOLERANCE * size));
  const seen = (i: number) => laid.seen[i] === 1 && specimen.seen[i] === 1;
  const nearSeal = most(laid.ink, size, reach);
  const nearSpecimen = most(specimen.ink, size, reach);
  const rgb = new Uint8Array(3 * size * size);
  const counts = { specimen: 0, missing: 0, seal: 0, surplus: 0 };
  for (let i = 0; i < size * size; i++) {
    if (!seen(i)) {
      rgb.set(BEYOND, 3 * i);
      continue;
    }
    const [theirs, own] = [specimen.ink[i]! > INKED, laid.ink[i]! > INKED];
    const missing = theirs && nearSeal[i]! < BARE;
    const surplus = own && nearSpecimen[i]! < BARE;
    if (theirs) counts.specimen++;
    if (own) counts.seal++;
    if (missing) counts.missing++;
    if (surplus) counts.surplus++;
    const [alone, beside] = theirs ? [SPECIMEN, BESIDE.specimen] : [SEAL, BESIDE.seal];
    rgb.set(theirs === own ? (own ? BOTH : NONE) : missing || surplus ? alone : beside, 3 * i);
  }
  return {
    picture: { width: size, height: size, rgb },
    missing: counts.missing / Math.max(1, counts.specimen),
    surplus: counts.surplus / Math.max(1, counts.seal),
  };
}

/** Largest value within the reach, rows then columns. */
function most(values: Float32Array, size: number, reach: number): Float32Array {
  const rows = new Float32Array(values.length);
  const out = new Float32Array(values.length);
  for (const [from, to, step] of [
    [values, rows, 1],
    [rows, out, size],
  ] as const)
    for (let i = 0; i < values.length; i++) {
      const along = step === 1 ? i % size : Math.floor(i / size);
      let best = 0;
      for (let k = -Math.min(reach, along); k <= Math.min(reach, size - 1 - along); k++)
        best = Math.max(best, from[i + k * step]!);
      to[i] = best;
    }
  return out;
}
