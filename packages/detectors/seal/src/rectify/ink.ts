// Beer-Lambert: densities of inks that lie over each other add up. With the seal's colour known, each pixel's density is unmixed into
// seal ink and black print, as A. Ruifrok and D. Johnston do for stains, "Quantification of histochemical staining by color
// deconvolution" (2001). JPEG keeps colour at half the resolution of luma, so colour says only where print is; luma draws the ink.

import type { RgbImage } from '@jianzhen/raster';
import quickselect from 'quickselect';
import type { LocatedSeal } from '../types.ts';
import { blurred } from './blur.ts';
import type { SealCut } from './cut.ts';
import { sampled } from './sampled.ts';

/** Grey ink is not this much denser than the rim: print is. */
const DARKER = 1.6;
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
/** Darker than the seal's ink by these factors, a pixel is likely, and surely, print. */
const TOO_DARK = { from: 1.2, to: 1.55 } as const;
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
  /** The same by colour alone, 0–1: print leaves only holes in it, but JPEG has blurred it; null for a grey seal. */
  readonly hue: Float32Array | null;
}

/**
 * Parts a seal's ink from paper, shadows, black print and inks of other colours; a grey seal's from what is darker than its rim.
 *
 * @param density of the cut's picture, as `densities` tells it
 */
export function inkMap(
  { picture, frame }: SealCut,
  density: Float32Array,
  colour: LocatedSeal['colour'],
): InkMap {
  const { width, height } = picture;
  const inside = within(picture, frame);
  const weights = colour === 'grey' ? null : COLOURFULNESS[colour];
  const own = weights && inkColour(density, inside, weights);
  if (!own) return greyMap(darkness(density), picture, frame);
  const raw = unmixed(density, width, own);
  const ink = inShares(raw, fullStrength(raw, inside));
  return { width, height, ink, hue: hueOf(picture, inside, weights) };
}

/** How far each pixel's colour is from the paper's towards the seal's. */
function hueOf({ rgb, width, height }: RgbImage, inside: Uint32Array, weights: Triple): Float32Array {
  const hue = new Float32Array(width * height);
  for (let i = 0, at = 0; i < hue.length; i++, at += 3) {
    hue[i] = -(weights[0] * rgb[at] + weights[1] * rgb[at + 1] + weights[2] * rgb[at + 2]);
  }
  const values = valuesAt(inside, (pixel) => hue[pixel]);
  const paper = quantile(values, 0.3);
  const full = Math.max(1, quantile(values, 0.93) - paper);
  for (let i = 0; i < hue.length; i++) hue[i] = Math.min(1, Math.max(0, (hue[i] - paper) / full));
  return hue;
}

/** Plain loops: `map` of a typed array calls a function a pixel, through more than one. */
function inShares(values: Float32Array, full: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i++) out[i] = Math.min(1, values[i] / full);
  return out;
}

/** A grey seal's ink is no darker than its rim mostly is. */
function greyMap(dark: Float32Array, { width, height }: RgbImage, frame: SealCut['frame']): InkMap {
  const full = rimStrength(dark, width, height, frame);
  const darker = blurred(
    dark.map((value) => (value > DARKER * full ? 1 : 0)),
    width,
    1,
  );
  const known = darker.map((value) => (value > 0.1 ? 0 : 1));
  const ink = filled(dark, known, width);
  return { width, height, ink: inShares(ink, full), hue: null };
}

/** What the darkest of the rim reaches in most directions. */
function rimStrength(dark: Float32Array, width: number, height: number, frame: SealCut['frame']): number {
  const directions = 180;
  const { xx, xy, x0, yx, yy, y0 } = frame;
  const strengths = Float32Array.from({ length: directions }, (_, k) => {
    const [sin, cos] = [Math.sin((2 * Math.PI * k) / directions), Math.cos((2 * Math.PI * k) / directions)];
    let most = 0;
    for (let radius = 0.92; radius < 1.02; radius += 0.01) {
      const x = radius * (xx * sin - xy * cos) + x0;
      const y = radius * (yx * sin - yy * cos) + y0;
      if (x < 0 || y < 0 || x > width || y > height) continue;
      most = Math.max(most, sampled(dark, width, height, x, y));
    }
    return most;
  });
  return Math.max(0.02, quantile(strengths, 0.4));
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

/** How much denser the channels are that an ink of this colour absorbs than those that it lets through. */
const COLOURFULNESS: Readonly<Record<Exclude<LocatedSeal['colour'], 'grey'>, Triple>> = {
  red: [-1, 0.5, 0.5],
  blue: [0.5, 0.5, -1],
  purple: [-0.5, 1, -0.5],
};

/** A seal's ink as its cleanest pixels show it. */
interface InkColour {
  /** Densities of the channels, the densest 1. */
  readonly direction: Triple;
  /** Density of luma that most of it stays below. */
  readonly darkest: number;
}

/** Null where none of the seal's colour is there. */
function inkColour(density: Float32Array, inside: Uint32Array, weights: Triple): InkColour | null {
  const colourful = valuesAt(
    inside,
    (pixel) =>
      weights[0] * density[3 * pixel] +
      weights[1] * density[3 * pixel + 1] +
      weights[2] * density[3 * pixel + 2],
  );
  const most = quantile(colourful, 0.97);
  if (most < COLOURED) return null;
  const coloured = inside.filter((_, i) => colourful[i] > FULL * most);
  const least = (pixel: number) =>
    Math.min(density[3 * pixel], density[3 * pixel + 1], density[3 * pixel + 2]);
  // Where print lies under the ink, all channels are dense: the cleaner half tells the colour.
  const clean = quantile(valuesAt(coloured, least), 0.5);
  const sums: [number, number, number] = [0, 0, 0];
  for (const pixel of coloured) {
    if (least(pixel) > clean) continue;
    for (let channel = 0; channel < 3; channel++) sums[channel] += Math.max(0, density[3 * pixel + channel]);
  }
  const top = Math.max(...sums);
  const lumas = valuesAt(
    coloured.filter((pixel) => least(pixel) <= clean),
    (pixel) => dot(LUMA, [density[3 * pixel], density[3 * pixel + 1], density[3 * pixel + 2]]),
  );
  return { direction: [sums[0] / top, sums[1] / top, sums[2] / top], darkest: quantile(lumas, 0.9) };
}

function unmixed(density: Float32Array, width: number, { direction, darkest }: InkColour): Float32Array {
  const count = density.length / 3;
  const mean = meanOf(direction);
  const away: Triple = [direction[0] - mean, direction[1] - mean, direction[2] - mean];
  const norm = dot(away, away);
  const lumaOf = dot(LUMA, direction);
  /** Density that the seal's ink adds to all channels' mean, by colour; and that mean. */
  const inked = new Float32Array(count);
  const all = new Float32Array(count);
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    const r = density[at];
    const g = density[at + 1];
    const b = density[at + 2];
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
    const total = LUMA[0] * density[at] + LUMA[1] * density[at + 1] + LUMA[2] * density[at + 2];
    known[i] = (1 - ramp(printed / OPAQUE, { from: 0.3, to: 1 })) * (1 - ramp(total / darkest, TOO_DARK));
    ink[i] = Math.max(0, (total - printed) / lumaOf);
  }
  return filled(ink, known, width);
}

/** Ink that print hides is what lies about it. */
function filled(ink: Float32Array, known: Float32Array, width: number): Float32Array {
  const weights = blurred(known, width, 3);
  const weighted = new Float32Array(ink.length);
  for (let i = 0; i < ink.length; i++) weighted[i] = ink[i] * known[i];
  const sums = blurred(weighted, width, 3);
  const out = new Float32Array(ink);
  for (let i = 0; i < out.length; i++) {
    if (known[i] < 1) out[i] = known[i] * ink[i] + (1 - known[i]) * (sums[i] / Math.max(weights[i], 0.02));
  }
  return out;
}

/** What most of a seal's ink reaches: gaps and thin edges are weaker, blots stronger. */
function fullStrength(ink: Float32Array, inside: Uint32Array): number {
  const values = valuesAt(inside, (pixel) => ink[pixel]);
  const half = quantile(values, 0.98) / 2;
  return Math.max(
    0.02,
    quantile(
      values.filter((value) => value > half),
      0.6,
    ),
  );
}

function ramp(value: number, { from, to }: { readonly from: number; readonly to: number }): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** A plain loop: `Float32Array.from` with a function goes through an iterator. */
function valuesAt(pixels: Uint32Array, value: (pixel: number) => number): Float32Array {
  const out = new Float32Array(pixels.length);
  for (let i = 0; i < out.length; i++) out[i] = value(pixels[i]);
  return out;
}

/** 0 where there is nothing. */
function quantile(values: Float32Array, share: number): number {
  if (values.length === 0) return 0;
  const rank = Math.min(values.length - 1, Math.floor(share * values.length));
  const parted = values.slice();
  // Its types speak of lists; any array does.
  quickselect(parted as unknown as number[], rank);
  return parted[rank];
}
