import { type RgbImage, resizePlane } from '@jianzhen/raster';
import { darkness, lumaAt, rednessAt } from './marks/ink.ts';
import type { PagePicture } from './types.ts';

/** Longer edge of the picture, pixels: a character is some two across, so that words keep their shapes and no text can be read. */
const EDGE = 160;
/** Grey levels a step of ink and of redness, and radius of the paper around. */
const STEP = 9;
const AROUND = 7;

/** The page small: its ink against the paper around, and its red at half the size. */
export function pictureOf(image: RgbImage): PagePicture {
  const ink = darkness(lumaAt(image, EDGE), AROUND);
  const { width, height } = ink;
  const red = resizePlane(rednessAt(image, EDGE), Math.round(width / 2), Math.round(height / 2));
  const levels = (data: Float32Array) =>
    Uint8Array.from(data, (value) => Math.min(15, Math.round(value / STEP)));
  return { width, height, ink: levels(ink.data), red: levels(red.data) };
}
