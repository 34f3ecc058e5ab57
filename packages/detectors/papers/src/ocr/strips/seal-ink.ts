import type { RgbImage } from '@jianzhen/raster';
import type { Strip } from './crop.ts';

/** Red above both other channels from which a pixel counts as red ink. */
const RED = 40;
/** Share of a strip's pixels that red ink covers at least, where a seal lies over the text. */
const LEAST = 0.02;

/** Whether the pixel whose channels begin at an index is of red ink. */
export const isRed = (rgb: Uint8Array, at: number): boolean =>
  rgb[at] - Math.max(rgb[at + 1], rgb[at + 2]) > RED;

/** Whether a seal's red ink lies in the strip. */
export function hasRedInk({ rgb }: Strip): boolean {
  let red = 0;
  for (let i = 0; i < rgb.length; i += 3) if (isRed(rgb, i)) red++;
  return red > (LEAST * rgb.length) / 3;
}

/** A picture as seen through a red filter: red ink turns as light as paper, black print stays. */
export function throughRedFilter<T extends RgbImage>(picture: T): T {
  const rgb = picture.rgb.slice();
  for (let i = 0; i < rgb.length; i += 3) rgb.fill(rgb[i], i, i + 3);
  return { ...picture, rgb };
}
