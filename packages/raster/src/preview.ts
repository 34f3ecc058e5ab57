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
