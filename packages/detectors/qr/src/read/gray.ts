import type { CodeImage } from '../types.ts';

/** One byte a pixel, row-major; 0 is black. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** ITU-R BT.601 luma, rounded. */
export function grayOf({ width, height, rgb }: CodeImage): Gray {
  const data = new Uint8Array(width * height);
  for (let i = 0, j = 0; i < data.length; i++, j += 3) {
    data[i] = (306 * rgb[j]! + 601 * rgb[j + 1]! + 117 * rgb[j + 2]! + 512) >> 10;
  }
  return { width, height, data };
}
