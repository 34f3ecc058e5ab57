import type { RgbImage } from '@jianzhen/raster';
import { GLOW, type Paper, paperOf } from './paper.ts';

/** Red, green and blue: as the page has them, and against the paper about. */
export const LOCATOR_PLANES = 6;

/** A page brought down to the scale at which seals are looked for. */
export interface LocatorPlanes {
  readonly width: number;
  readonly height: number;
  /** Page pixels a pixel of the planes. */
  readonly factor: number;
  readonly paper: Paper;
  /** `LOCATOR_PLANES` × height × width, row-major: colours 0–1, then reflectances 0–`GLOW` as 0–1. */
  readonly values: Float32Array;
}

/** Pixels that a page is brought down to. */
const WORKING = 150_000;

export function locatorPlanes(image: RgbImage): LocatorPlanes {
  const factor = Math.max(1, Math.round(Math.sqrt((image.width * image.height) / WORKING)));
  const { width, height, rgb } = reduced(image, factor);
  const paper = paperOf(rgb, width, height);
  const { cell, columns, rows, colours } = paper;
  const inverse = colours.map((value) => 1 / (GLOW * value));
  const size = width * height;
  const values = new Float32Array(LOCATOR_PLANES * size);
  const line = new Float32Array(columns * 3);
  for (let y = 0, i = 0; y < height; y++) {
    const v = Math.min(rows - 1.001, Math.max(0, (y + 0.5) / cell - 0.5));
    const top = Math.floor(v);
    const below = Math.min(rows - 1, top + 1);
    for (let k = 0; k < line.length; k++)
      line[k] =
        inverse[top * columns * 3 + k]! * (1 - (v - top)) + inverse[below * columns * 3 + k]! * (v - top);
    for (let x = 0; x < width; x++, i++) {
      const u = Math.min(columns - 1.001, Math.max(0, (x + 0.5) / cell - 0.5));
      const left = u | 0;
      const f = u - left;
      for (let channel = 0; channel < 3; channel++) {
        const value = rgb[3 * i + channel]!;
        const at = 3 * left + channel;
        values[channel * size + i] = value / 255;
        values[(3 + channel) * size + i] = Math.min(1, value * (line[at]! + (line[at + 3]! - line[at]!) * f));
      }
    }
  }
  return { width, height, factor, paper, values };
}

/** The same at half the scale; an odd last row or column is left out. */
export function halved({ width, height, factor, paper, values }: LocatorPlanes): LocatorPlanes {
  const [w, h] = [width >> 1, height >> 1];
  const out = new Float32Array(LOCATOR_PLANES * w * h);
  for (let plane = 0, i = 0; plane < LOCATOR_PLANES; plane++)
    for (let y = 0; y < h; y++)
      for (let x = 0; x < w; x++, i++) {
        const at = (plane * height + 2 * y) * width + 2 * x;
        out[i] = (values[at]! + values[at + 1]! + values[at + width]! + values[at + width + 1]!) / 4;
      }
  return { width: w, height: h, factor: 2 * factor, paper: { ...paper, cell: paper.cell / 2 }, values: out };
}

/** Means over factor × factor pixels; what does not fill a whole one at the right and the bottom is left out. */
function reduced(image: RgbImage, factor: number): { width: number; height: number; rgb: Float32Array } {
  const width = Math.floor(image.width / factor);
  const height = Math.floor(image.height / factor);
  const rgb = new Float32Array(width * height * 3);
  if (factor === 1) {
    rgb.set(image.rgb);
    return { width, height, rgb };
  }
  const source = image.rgb;
  const sums = new Int32Array(width * 3);
  const share = 1 / (factor * factor);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    for (let v = 0; v < factor; v++) {
      let at = (y * factor + v) * image.width * 3;
      for (let x = 0; x < width; x++) {
        let r = 0;
        let g = 0;
        let b = 0;
        for (let u = 0; u < factor; u++, at += 3) {
          r += source[at]!;
          g += source[at + 1]!;
          b += source[at + 2]!;
        }
        sums[x * 3]! += r;
        sums[x * 3 + 1]! += g;
        sums[x * 3 + 2]! += b;
      }
    }
    const to = y * width * 3;
    for (let k = 0; k < sums.length; k++) rgb[to + k] = sums[k]! * share;
  }
  return { width, height, rgb };
}
