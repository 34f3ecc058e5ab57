import { imageFormat } from '../decode/format.ts';
import { decodeImage } from '../decode/index.ts';
import { errors } from '../errors.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { openOfd } from '../ofd/index.ts';
import { type RgbImage, resizeRgb } from '../resample.ts';
import { sharp } from '../vips.ts';
import { isSvg, standsAlone } from './svg.ts';

/** A small drawing to lay over a page, as a seal is one: interleaved 8-bit sRGB and alpha, width × height × 4. */
export interface RgbaImage {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const TIMEOUT_SECONDS = 5;
const TRANSPARENT = new Set(['png', 'gif', 'webp', 'svg']);

/** `svg`, `ofd`, or what `imageFormat` tells; by content, since seals call a GIF `bmp`. Null where it is none of ours. */
export function pictureFormat(bytes: Uint8Array): string | null {
  if (isSvg(bytes)) return 'svg';
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\x03\x04') return 'ofd';
  return imageFormat(bytes);
}

/**
 * Draws a picture file of any kind that seals use (PNG, GIF, BMP, JPEG, SVG, an OFD's first page), stretched to a size in
 * pixels. What has no transparency of its own gets it by its white, as ink on a page would look.
 * @throws CodedError as `decodeImage` and `openOfd`; `image.unsupported-format` for an SVG that refers to anything outside
 */
export async function drawPicture(bytes: Uint8Array, width: number, height: number): Promise<RgbaImage> {
  const format = pictureFormat(bytes);
  if (format === null || (format === 'svg' && !standsAlone(bytes))) throw errors('image.unsupported-format');
  if (format === 'ofd') {
    const page = await (await openOfd(bytes)).page(1, { maxPixels: 4 * width * height });
    return clearWhite(resizeRgb(page, width, height));
  }
  const transparent = TRANSPARENT.has(format) ? await drawTransparent(bytes, width, height) : null;
  return transparent ?? clearWhite(resizeRgb(await decodeImage(bytes), width, height));
}

/** An RGBA PNG. */
export async function encodeRgbaPng({ width, height, rgba }: RgbaImage): Promise<Uint8Array> {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .png({ compressionLevel: 6 })
    .toBuffer();
}

/** Null where the file has no transparency. */
async function drawTransparent(bytes: Uint8Array, width: number, height: number): Promise<RgbaImage | null> {
  const options = { limitInputPixels: DEFAULT_LIMITS.maxPixels, failOn: 'error', pages: 1 } as const;
  try {
    const image = sharp(bytes, options);
    if (!(await image.metadata()).hasAlpha) return null;
    const rgba = await image
      .toColourspace('srgb')
      .resize({ width, height, fit: 'fill' })
      .raw({ depth: 'uchar' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer();
    if (rgba.length !== width * height * 4) throw errors('image.corrupt', { detail: 'channels' });
    return { width, height, rgba };
  } catch (error) {
    throw errors('image.corrupt', { detail: (error as Error).message.split('\n')[0]! }, { cause: error });
  }
}

/** The colour that, laid on white, gives the pixel, with the least opacity that can do so. */
function clearWhite({ width, height, rgb }: RgbImage): RgbaImage {
  const rgba = new Uint8Array(width * height * 4);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    const alpha = 255 - Math.min(rgb[from]!, rgb[from + 1]!, rgb[from + 2]!);
    if (alpha === 0) continue;
    for (let channel = 0; channel < 3; channel++)
      rgba[to + channel] = 255 - Math.round(((255 - rgb[from + channel]!) * 255) / alpha);
    rgba[to + 3] = alpha;
  }
  return { width, height, rgba };
}
