import type { RgbImage } from '@jianzhen/raster';

/** Ink, red, green and blue. */
export const NUMBER_PLANES = 4;

/** A strip as the network of numbers sees it: `NUMBER_PLANES` × 48 × width, row-major, in [−1, 1], paper near 1. */
export interface NumberStrip {
  readonly width: number;
  readonly planes: Float32Array;
}

/** @param ink @param picture renderings of one part at one width */
export function numberStrip(ink: RgbImage, picture: RgbImage): NumberStrip {
  const { width, height } = ink;
  const size = width * height;
  const planes = new Float32Array(NUMBER_PLANES * size);
  for (let i = 0; i < size; i++) {
    planes[i] = ink.rgb[3 * i] / 127.5 - 1;
    for (let channel = 0; channel < 3; channel++)
      planes[(1 + channel) * size + i] = picture.rgb[3 * i + channel] / 127.5 - 1;
  }
  return { width, planes };
}
