import type { RgbImage } from '@jianzhen/raster';

/** A part of the page with the line's direction to the right, one sample a page pixel; luma and colours in [0, 255]. */
export interface Patch {
  readonly width: number;
  readonly height: number;
  readonly luma: Float32Array;
  /** Interleaved. */
  readonly rgb: Float32Array;
  /** Distance of its left edge along the line's direction, and of its top across it, from the page's origin. */
  readonly left: number;
  readonly top: number;
}

/** Lines less askew than this (radians) are measured on the page's own pixels: resampling would soften them. */
export const UPRIGHT = 0.05;

/** A box in the frame of a line: distances along its direction and across it from the page's origin, in pixels. */
export interface FrameBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** @param angle direction of the line, radians clockwise; 0 takes the page's pixels as they are */
export function patchOf(page: RgbImage, box: FrameBox, angle: number): Patch {
  const left = Math.floor(box.left);
  const top = Math.floor(box.top);
  const width = Math.max(1, Math.ceil(box.right) - left);
  const height = Math.max(1, Math.ceil(box.bottom) - top);
  if (angle === 0) return { width, height, left, top, ...pixelsOf(page, left, top, width, height) };
  const rgb = new Float32Array(3 * width * height);
  const luma = new Float32Array(width * height);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const colour = new Float32Array(3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const u = left + x + 0.5;
      const v = top + y + 0.5;
      sample(page, u * cos - v * sin - 0.5, u * sin + v * cos - 0.5, colour);
      rgb.set(colour, 3 * at);
      luma[at] = 0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2];
    }
  }
  return { width, height, luma, rgb, left, top };
}

/** The page's own pixels; beyond the page its border is repeated. */
function pixelsOf(page: RgbImage, left: number, top: number, width: number, height: number) {
  const rgb = new Float32Array(3 * width * height);
  const luma = new Float32Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const row = page.width * Math.max(0, Math.min(page.height - 1, top + y));
    for (let x = 0; x < width; x++, at++) {
      const from = 3 * (row + Math.max(0, Math.min(page.width - 1, left + x)));
      for (let k = 0; k < 3; k++) rgb[3 * at + k] = page.rgb[from + k];
      luma[at] = 0.299 * rgb[3 * at] + 0.587 * rgb[3 * at + 1] + 0.114 * rgb[3 * at + 2];
    }
  }
  return { rgb, luma };
}

/** Colour between pixel centres, bilinear; beyond the page its border is repeated. */
function sample({ width, height, rgb }: RgbImage, x: number, y: number, out: Float32Array): void {
  const u = Math.max(0, Math.min(width - 1, x));
  const v = Math.max(0, Math.min(height - 1, y));
  const x0 = Math.floor(u);
  const y0 = Math.floor(v);
  const fx = u - x0;
  const fy = v - y0;
  const from = 3 * (y0 * width + x0);
  const right = x0 + 1 < width ? 3 : 0;
  const under = y0 + 1 < height ? from + 3 * width : from;
  for (let k = 0; k < 3; k++) {
    const above = rgb[from + k] + (rgb[from + right + k] - rgb[from + k]) * fx;
    const below = rgb[under + k] + (rgb[under + right + k] - rgb[under + k]) * fx;
    out[k] = above + (below - above) * fy;
  }
}
