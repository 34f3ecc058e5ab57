import type { RgbImage } from '@jianzhen/raster';
import { darkness, lumaAt, rednessAt } from './marks/ink.ts';
import type { PagePicture } from './types.ts';

/** Longer edge of the picture, pixels: a character is some two across, so that words keep their shapes and no text can be read. */
const EDGE = 160;
/** Grey levels a step of ink and of redness, and radius of the paper around. */
const STEP = 9;
const AROUND = 7;

/** The page small: its ink against the paper around, and its red. */
export function pictureOf(image: RgbImage): PagePicture {
  const ink = darkness(lumaAt(image, EDGE), AROUND);
  const red = rednessAt(image, EDGE / 2);
  const levels = (data: Float32Array) =>
    Uint8Array.from(data, (value) => Math.min(15, Math.round(value / STEP)));
  return { width: ink.width, height: ink.height, ink: levels(ink.data), red: levels(red.data) };
}
