import type { Gray } from '../gray.ts';
import type { Homography } from './homography.ts';

/** Canvas pixels a module, and modules around the symbol. */
export const SCALE = 6;
export const MARGIN = 4;
/** Modules a side of the surroundings that say what is dark and what is light. */
const SURROUNDINGS = 8;

/**
 * A symbol laid flat: darkness in [−1, 1], 0 halfway between the dark and the light of the surroundings. Module (x, y) of
 * the flat grid has its middle at ((MARGIN + x + ½) SCALE, (MARGIN + y + ½) SCALE).
 */
export interface Canvas {
  /** Pixels a side. */
  readonly side: number;
  readonly darkness: Float32Array;
}

/** Lays a symbol of `size` modules flat by the homography from modules to pixels. */
export function layFlat(image: Gray, size: number, h: Homography): Canvas {
  const side = (size + 2 * MARGIN) * SCALE;
  const grey = new Float32Array(side * side);
  for (let y = 0, i = 0; y < side; y++) {
    const v = (y + 0.5) / SCALE - MARGIN;
    for (let x = 0; x < side; x++, i++) {
      const u = (x + 0.5) / SCALE - MARGIN;
      const w = h[6]! * u + h[7]! * v + 1;
      grey[i] = bilinear(
        image,
        (h[0]! * u + h[1]! * v + h[2]!) / w - 0.5,
        (h[3]! * u + h[4]! * v + h[5]!) / w - 0.5,
      );
    }
  }
  return { side, darkness: contrasted(grey, side) };
}

function bilinear({ width, height, data }: Gray, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1.001, x));
  const cy = Math.max(0, Math.min(height - 1.001, y));
  const ix = Math.floor(cx);
  const iy = Math.floor(cy);
  const fx = cx - ix;
  const fy = cy - iy;
  const i = iy * width + ix;
  const top = data[i]! * (1 - fx) + data[i + 1]! * fx;
  const bottom = data[i + width]! * (1 - fx) + data[i + width + 1]! * fx;
  return top * (1 - fy) + bottom * fy;
}

/** Darkness against the means of what is above and below the mean of the surroundings. */
function contrasted(grey: Float32Array, side: number): Float32Array {
  const half = (SURROUNDINGS * SCALE) >> 1;
  const mean = boxMean(grey, side, half);
  const above = Float32Array.from(grey, (value, i) => (value > mean[i]! ? value : 0));
  const isAbove = Float32Array.from(grey, (value, i) => (value > mean[i]! ? 1 : 0));
  const sum = boxMean(above, side, half);
  const share = boxMean(isAbove, side, half);
  let spread = 0;
  const light = new Float32Array(grey.length);
  const dark = new Float32Array(grey.length);
  for (let i = 0; i < grey.length; i++) {
    const bright = Math.min(0.999, Math.max(0.001, share[i]!));
    light[i] = sum[i]! / bright;
    dark[i] = (mean[i]! - sum[i]!) / (1 - bright);
    spread += (light[i]! - dark[i]!) / grey.length;
  }
  return grey.map((value, i) => {
    const range = Math.max(0.25 * spread, light[i]! - dark[i]!, 2);
    return Math.max(-1, Math.min(1, (light[i]! + dark[i]! - 2 * value) / range));
  });
}

/** Mean over a square of 2 `half` + 1 pixels, smaller at the edges. */
export function boxMean(values: Float32Array, side: number, half: number): Float32Array {
  const across = new Float32Array(values.length);
  const out = new Float32Array(values.length);
  const pass = (from: Float32Array, to: Float32Array, step: number, stride: number) => {
    for (let line = 0; line < side; line++) {
      const base = line * stride;
      let sum = 0;
      for (let i = 0; i < Math.min(half, side); i++) sum += from[base + i * step]!;
      for (let i = 0; i < side; i++) {
        if (i + half < side) sum += from[base + (i + half) * step]!;
        if (i - half - 1 >= 0) sum -= from[base + (i - half - 1) * step]!;
        to[base + i * step] = sum / (Math.min(side - 1, i + half) - Math.max(0, i - half) + 1);
      }
    }
  };
  pass(values, across, 1, side);
  pass(across, out, side, 1);
  return out;
}
