import type { Region } from '@jianzhen/evidence';
import { fitWithin, type RgbImage } from './resample.ts';
import { sharp } from './vips.ts';

const QUALITY = 82;

/**
 * The page small enough to show, its longer edge at most `maxEdge` pixels; never enlarged.
 * @returns bytes of a JPEG, or of a WebP where asked for
 */
export async function renderPreview(
  { width, height, rgb }: RgbImage,
  maxEdge: number,
  format: 'jpeg' | 'webp' = 'jpeg',
): Promise<Uint8Array> {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .resize({ ...fitWithin(width, height, maxEdge), fit: 'fill' })
    .toFormat(format, { quality: QUALITY })
    .toBuffer();
}

/** The part of a page under `region`, widened to whole pixels, as an RGB PNG. */
export async function cropPng({ width, height, rgb }: RgbImage, region: Region): Promise<Uint8Array> {
  const left = Math.min(Math.floor(region.x), width - 1);
  const top = Math.min(Math.floor(region.y), height - 1);
  const right = Math.max(left + 1, Math.min(width, Math.ceil(region.x + region.width)));
  const bottom = Math.max(top + 1, Math.min(height, Math.ceil(region.y + region.height)));
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: right - left, height: bottom - top })
    .png()
    .toBuffer();
}
