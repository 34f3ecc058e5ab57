// Bradley and Roth, "Adaptive Thresholding Using the Integral Image", Journal of Graphics Tools 12(2), 2007.
import type { Gray } from '../gray.ts';

/** A pixel is dark from this share below the mean of its surroundings. */
const BELOW = 0.1;

/** 1 where a pixel is darker than its surroundings of `window` pixels a side. */
export function darkPixels({ width, height, data }: Gray, window: number): Uint8Array {
  const half = window >> 1;
  const columns = new Float64Array(width);
  const out = new Uint8Array(width * height);
  const addRow = (y: number, sign: number) => {
    for (let x = 0, i = y * width; x < width; x++, i++) columns[x]! += sign * data[i]!;
  };
  for (let y = 0; y < Math.min(half, height); y++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + half < height) addRow(y + half, 1);
    if (y - half - 1 >= 0) addRow(y - half - 1, -1);
    const rows = Math.min(height - 1, y + half) - Math.max(0, y - half) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(half, width); x++) sum += columns[x]!;
    for (let x = 0; x < width; x++) {
      if (x + half < width) sum += columns[x + half]!;
      if (x - half - 1 >= 0) sum -= columns[x - half - 1]!;
      const count = rows * (Math.min(width - 1, x + half) - Math.max(0, x - half) + 1);
      if (data[y * width + x]! * count < sum * (1 - BELOW)) out[y * width + x] = 1;
    }
  }
  return out;
}
