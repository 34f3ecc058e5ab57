import type { Mask } from '@jianzhen/evidence';
import { decodeWithVips } from '../decode/vips.ts';
import { DEFAULT_LIMITS, type ImageLimits } from '../limits.ts';
import { fitWithin } from '../resample.ts';
import { sharp } from '../vips.ts';

/** An 8-bit grey PNG of the mask's size. */
export async function encodePng({ width, height, data }: Mask): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/**
 * Reads a mask from any still image: its green channel on white, which for grey is its grey.
 * @throws CodedError as `decodeImage` for what is not JPEG
 */
export async function decodeMask(bytes: Uint8Array, limits: ImageLimits = DEFAULT_LIMITS): Promise<Mask> {
  const { width, height, rgb } = await decodeWithVips(bytes, limits);
  const data = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) data[i] = rgb[3 * i + 1]!;
  return { width, height, data };
}

/** Opacity where the mask is 255; the page stays legible beneath. */
const MAX_ALPHA = 200;

/**
 * The mask as a picture to lay over the page: clear where nothing was altered, over yellow to red where it surely was.
 * @param maxEdge longest edge in pixels; the mask's own size unless told
 * @returns an RGBA PNG
 */
export async function heatmapPng(mask: Mask, maxEdge = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const size = fitWithin(mask.width, mask.height, maxEdge);
  const grey = await sharp(mask.data, { raw: { width: mask.width, height: mask.height, channels: 1 } })
    .resize({ ...size, fit: 'fill', kernel: 'linear' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  const rgba = new Uint8Array(grey.length * 4);
  for (let i = 0; i < grey.length; i++) {
    const value = grey[i]!;
    rgba[4 * i] = 255;
    rgba[4 * i + 1] = Math.round(210 * (1 - value / 255));
    rgba[4 * i + 2] = 0;
    rgba[4 * i + 3] = Math.round((MAX_ALPHA * value) / 255);
  }
  return sharp(rgba, { raw: { ...size, channels: 4 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}
