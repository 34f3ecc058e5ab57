// Beer-Lambert: densities of inks that lie over each other add up. With the seal's colour known, each pixel's density is unmixed into
// seal ink and black print, as A. Ruifrok and D. Johnston do for stains, "Quantification of histochemical staining by color
// deconvolution" (2001). JPEG keeps colour at half the resolution of luma, so colour says only where print is; luma draws the ink.

import type { LocatedSeal } from '../types.ts';
import { blurred } from './blur.ts';
import type { SealCut } from './cut.ts';
import { densities } from './paper.ts';

/** Least spread of density between channels that counts as colour. */
const COLOURED = 0.08;
/** Share of the seal's full colour from which a pixel counts as its ink when its colour is measured. */
const FULL = 0.5;
/** Print's share of what darkens a neighbourhood from which it begins to count, and from which it counts in full. */
const PRINT = { from: 0.3, to: 0.65 } as const;
/** Neighbourhoods reach as far as JPEG smears colour, in pixels. */
const SMEAR = 3;
/** Density of print under which the seal's ink cannot be told any more. */
const OPAQUE = 1.1;
/** Density that is as likely noise. */
const FAINTEST = 0.02;

type Triple = readonly [number, number, number];
const LUMA: Triple = [0.299, 0.587, 0.114];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const meanOf = ([a, b, c]: Triple): number => (a + b + c) / 3;

/** What covers the pixels of a cut, row-major. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  /** Seal ink in shares of its full strength, 0–1. */
  readonly ink: Float32Array;
}

/** Parts a seal's ink from paper, shadows and black print. A grey seal's ink is all that is dark. */
export function inkMap({ picture, frame }: SealCut, colour: LocatedSeal['colour']): InkMap {
  const { width, height } = picture;
  const density = densities(picture);
  const inside = within(picture, frame);
  const colourOf = colour === 'grey' ? null : inkColour(density, inside);
  const raw = colourOf ? unmixed(density, width, colourOf) : darkness(density);
  const full = fullStrength(raw, inside);
  return { width, height, ink: raw.map((value) => Math.min(1, value / full)) };
}

/** Indices of pixels within the rim: every second of every second row, which is enough to measure by. */
function within({ width, height }: { width: number; height: number }, frame: SealCut['frame']): Uint32Array {
  const found: number[] = [];
  const { xx, xy, x0, yx, yy, y0 } = frame;
  const determinant = xx * yy - xy * yx;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const [dx, dy] = [x + 0.5 - x0, y + 0.5 - y0];
      const u = (dx * yy - dy * xy) / determinant;
      const v = (dy * xx - dx * yx) / determinant;
      if (u * u + v * v <= 1) found.push(y * width + x);
    }
  }
  return Uint32Array.from(found);
}

function darkness(density: Float32Array): Float32Array {
  const out = new Float32Array(density.length / 3);
  for (let i = 0, at = 0; i < out.length; i++, at += 3) {
    const total = LUMA[0] * density[at] + LUMA[1] * density[at + 1] + LUMA[2] * density[at + 2];
    out[i] = Math.max(0, total);
  }
  return out;
}

const spreadAt = (density: Float32Array, pixel: number): number => {
  const [r, g, b] = density.subarray(3 * pixel, 3 * pixel + 3);
  return Math.max(r, g, b) - Math.min(r, g, b);
};

/** Densities of the seal's ink alone, the densest channel 1; null where there is no colour. */
function inkColour(density: Float32Array, inside: Uint32Array): Triple | null {
  const spreads = Float32Array.from(inside, (pixel) => spreadAt(density, pixel));
  const most = quantile(spreads, 0.97);
  if (most < COLOURED) return null;
  const coloured = inside.filter((_, i) => spreads[i] > FULL * most);
  const least = (pixel: number) => Math.min(...density.subarray(3 * pixel, 3 * pixel + 3));
  // Where print lies under the ink, all channels are dense: the cleaner half tells the colour.
  const clean = quantile(Float32Array.from(coloured, least), 0.5);
  const sums: [number, number, number] = [0, 0, 0];
  for (const pixel of coloured) {
    if (least(pixel) > clean) continue;
    for (let channel = 0; channel < 3; channel++) sums[channel] += Math.max(0, density[3 * pixel + channel]);
  }
  const top = Math.max(...sums);
  return [sums[0] / top, sums[1] / top, sums[2] / top];
}

function unmixed(density: Float32Array, width: number, direction: Triple): Float32Array {
  const count = density.length / 3;
  const mean = meanOf(direction);
  const away: Triple = [direction[0] - mean, direction[1] - mean, direction[2] - mean];
  const norm = dot(away, away);
  const lumaOf = dot(LUMA, direction);
  /** Density that the seal's ink adds to all channels' mean, by colour; and that mean. */
  const inked = new Float32Array(count);
  const all = new Float32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    const [r, g, b] = [density[at], density[at + 1], density[at + 2]];
    inked[i] = (mean * (r * away[0] + g * away[1] + b * away[2])) / norm;
    all[i] = (r + g + b) / 3;
  }
  const inkedAbout = blurred(inked, width, SMEAR);
  const allAbout = blurred(all, width, SMEAR);
  const known = new Float32Array(count);
  const ink = new Float32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    const about = Math.max(0, allAbout[i] - Math.max(0, inkedAbout[i]));
    const share = about / (Math.max(about, allAbout[i]) + FAINTEST);
    const printed = Math.max(0, all[i] - Math.max(0, inked[i])) * ramp(share, PRINT);
    known[i] = 1 - ramp(printed / OPAQUE, { from: 0.3, to: 1 });
    const total = LUMA[0] * density[at] + LUMA[1] * density[at + 1] + LUMA[2] * density[at + 2];
    ink[i] = Math.max(0, (total - printed) / lumaOf);
  }
  return filled(ink, known, width);
}

/** Ink that print hides is what lies about it. */
function filled(ink: Float32Array, known: Float32Array, width: number): Float32Array {
  const weights = blurred(known, width, 3);
  const sums = blurred(
    ink.map((value, i) => value * known[i]),
    width,
    3,
  );
  return ink.map((value, i) => {
    if (known[i] >= 1) return value;
    return known[i] * value + (1 - known[i]) * (sums[i] / Math.max(weights[i], 0.02));
  });
}

/** What most of a seal's ink reaches: gaps and thin edges are weaker, blots stronger. */
function fullStrength(ink: Float32Array, inside: Uint32Array): number {
  const values = Float32Array.from(inside, (pixel) => ink[pixel]);
  const most = quantile(values, 0.98);
  return Math.max(
    0.02,
    quantile(
      values.filter((value) => value > most / 2),
      0.6,
    ),
  );
}

function ramp(value: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** 0 where there is nothing. */
function quantile(values: Float32Array, share: number): number {
  if (values.length === 0) return 0;
  return values.toSorted()[Math.min(values.length - 1, Math.floor(share * values.length))];
}
