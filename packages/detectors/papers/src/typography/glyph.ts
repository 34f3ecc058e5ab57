import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedCharacter } from '../text.ts';
import { isolate } from './isolate.ts';
import { type FrameBox, patchOf } from './patch.ts';
import { type Shape, shapeOf } from './shape.ts';

/** One character as it is printed; lengths in page pixels, to fractions, in the frame of its line. */
export interface Glyph extends FrameBox {
  readonly character: RecognisedCharacter;
  /** Mean width of its strokes. */
  readonly stroke: number;
  /** Luma of the paper less that of the ink, grey levels. */
  readonly contrast: number;
  /** Luma of the paper. */
  readonly paper: number;
  /** Lighter than what it stands on. */
  readonly inverse: boolean;
  /** How much more the ink takes of red, and of blue, than of green, in shares of the contrast. */
  readonly red: number;
  readonly blue: number;
  /** Steepest change of coverage from one pixel to the next, 0–1. */
  readonly sharpness: number;
  readonly shape: Shape;
  /** A seal lies over it, or colour of another kind. */
  readonly stained: boolean;
  /** It runs into a neighbour. */
  readonly touching: boolean;
}

/** What is looked at beyond the reader's box, in shares of its height, and pixels. */
const MARGIN_ACROSS = 0.15;
const MARGIN_DOWN = 0.22;
const LEAST_MARGIN = 2;

/** Share of coloured surroundings from which a seal lies over a digit. */
const STAINED = 0.04;

/** Measures a character on the page; null where its ink cannot be told from what is about it. */
export function measureGlyph(
  page: RgbImage,
  character: RecognisedCharacter,
  box: FrameBox,
  angle: number,
): Glyph | null {
  const tall = box.bottom - box.top;
  const across = LEAST_MARGIN + MARGIN_ACROSS * tall;
  const down = LEAST_MARGIN + MARGIN_DOWN * tall;
  const patch = patchOf(
    page,
    { left: box.left - across, right: box.right + across, top: box.top - down, bottom: box.bottom + down },
    angle,
  );
  const isolated = isolate(patch, box);
  if (!isolated) return null;
  const { coverage, contrast, ink, paper, stain, touching } = isolated;
  const { width, height } = patch;
  const [top, bottom] = edges(height, (y) => twoLargest(coverage, y * width, 1, width));
  const [left, right] = edges(width, (x) => twoLargest(coverage, x, width, height));
  if (!(bottom - top > 3) || !(right - left > 1)) return null;
  const { stroke, sharpness } = strokes(coverage, width);
  const takes = [0, 1, 2].map((k) => (paper[k] - ink[k]) / contrast);
  return {
    character,
    left: patch.left + left,
    right: patch.left + right,
    top: patch.top + top,
    bottom: patch.top + bottom,
    stroke,
    contrast: Math.abs(contrast),
    paper: 0.299 * paper[0] + 0.587 * paper[1] + 0.114 * paper[2],
    inverse: contrast < 0,
    red: takes[0] - takes[1],
    blue: takes[2] - takes[1],
    sharpness,
    shape: shapeOf(coverage, width, { left, right, top, bottom }),
    stained: stain > STAINED,
    touching,
  };
}

/** Mean of the two largest of `count` values. */
function twoLargest(values: Float32Array, start: number, step: number, count: number): number {
  let [first, second] = [0, 0];
  for (let i = 0, at = start; i < count; i++, at += step) {
    const value = values[at];
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  }
  return (first + second) / 2;
}

/** Where a profile first and last passes a half, between samples. */
function edges(length: number, profile: (i: number) => number): [number, number] {
  const values = Float32Array.from({ length }, (_, i) => profile(i));
  const first = values.findIndex((value) => value >= 0.5);
  const last = values.findLastIndex((value) => value >= 0.5);
  if (first < 0) return [0, 0];
  const crossing = (inner: number, outer: number) => (inner - 0.5) / Math.max(1e-6, inner - outer);
  const before = crossing(values[first], values[first - 1] ?? 0);
  const after = crossing(values[last], values[last + 1] ?? 0);
  return [first + 0.5 - before, last + 0.5 + after];
}

/** Twice the area over the length of the outline, which the sum of gradients measures however soft it is. */
function strokes(coverage: Float32Array, width: number): { stroke: number; sharpness: number } {
  let area = 0;
  let outline = 0;
  const steep: number[] = [];
  for (let at = width + 1; at < coverage.length - width - 1; at++) {
    area += coverage[at];
    const dx = (coverage[at + 1] - coverage[at - 1]) / 2;
    const dy = (coverage[at + width] - coverage[at - width]) / 2;
    const gradient = Math.hypot(dx, dy);
    outline += gradient;
    if (gradient > 0.1) steep.push(gradient);
  }
  const sorted = Float32Array.from(steep).sort();
  const steepest = sorted.subarray(Math.floor(0.8 * sorted.length));
  return {
    stroke: (2 * area) / Math.max(1e-6, outline),
    sharpness: steepest.reduce((sum, value) => sum + value, 0) / Math.max(1, steepest.length),
  };
}
