import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { decodeJpeg } from '../jpeg/decode.ts';
import { readJpeg } from '../jpeg/reader.ts';
import { DEFAULT_LIMITS, type ImageLimits } from '../limits.ts';
import type { PageImage } from '../page.ts';
import { decodeBmp } from './bmp/decode.ts';
import { endsEarly, type ImageFormat, imageFormat, isLosslessWebp } from './format.ts';
import { isLossyTiff, tiffPages } from './tiff.ts';
import { type DecodedPixels, decodeWithVips } from './vips.ts';

export interface DecodeOptions {
  /** 1-based; only a TIFF has more than one page (frames of an animation are no pages). */
  readonly page?: number;
  readonly limits?: Partial<ImageLimits>;
}

/**
 * Decodes an image file: JPEG by our own reader with its coefficients, BMP by our own, PNG, WebP, TIFF, GIF (first frame)
 * and AVIF by libvips. Pixels are as stored, not turned by EXIF orientation, in the file's own RGB.
 *
 * A JPEG whose data ends early is decoded as far as it goes: see `jpeg.truncated`.
 *
 * @throws CodedError `image.unsupported-format`, `image.heic-unsupported`, `image.unsupported-jpeg`, `image.too-large`,
 *   `image.too-complex`, `image.truncated`, `image.corrupt`, `image.no-such-page`
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions = {}): Promise<PageImage> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const page = options.page ?? 1;
  const format = imageFormat(bytes);
  if (format === null) throw errors('image.unsupported-format');
  if (format === 'heic') throw errors('image.heic-unsupported');
  if (format === 'tiff') return decodeTiff(bytes, page, limits);
  if (page !== 1) throw errors('image.no-such-page', { page, pages: 1 });
  if (format === 'jpeg') return decodeJpegFile(bytes, limits);
  if (format === 'bmp') return { ...decodeBmp(bytes, limits), track: 'lossless', jpeg: null };
  return { ...(await decodeWhole(bytes, format, limits)), track: trackOf(bytes, format), jpeg: null };
}

/** Pages of an image file: a TIFF's directories, else 1. Never 0: decoding page 1 of a broken file tells what is wrong. */
export function imagePageCount(bytes: Uint8Array, limit = Number.POSITIVE_INFINITY): number {
  return imageFormat(bytes) === 'tiff' ? Math.max(1, tiffPages(bytes, limit).length) : 1;
}

async function decodeJpegFile(bytes: Uint8Array, limits: ImageLimits): Promise<PageImage> {
  const jpeg = readJpeg(bytes, limits);
  const { width, height, dpi } = jpeg;
  if (jpeg.components.length < 4) return { width, height, rgb: decodeJpeg(jpeg), track: 'jpeg', jpeg, dpi };
  const { rgb, ...size } = await decodeWithVips(bytes, limits, { tolerant: true });
  if (size.width !== width || size.height !== height) throw errors('image.corrupt', { detail: 'SOF' });
  return { width, height, rgb, track: 'jpeg', jpeg, dpi };
}

async function decodeTiff(bytes: Uint8Array, page: number, limits: ImageLimits): Promise<PageImage> {
  const pages = tiffPages(bytes, page);
  const directory = pages[page - 1];
  if (pages.length === 0) throw errors('image.truncated');
  if (directory === undefined) throw errors('image.no-such-page', { page, pages: pages.length });
  const pixels = await decodeWithVips(bytes, limits, { index: directory.index });
  return { ...pixels, track: isLossyTiff(directory) ? 'lossy' : 'lossless', jpeg: null };
}

async function decodeWhole(
  bytes: Uint8Array,
  format: ImageFormat,
  limits: ImageLimits,
): Promise<DecodedPixels> {
  try {
    return await decodeWithVips(bytes, limits);
  } catch (error) {
    // libvips says "read error" of a short file too; the container knows better.
    const corrupt = error instanceof CodedError && error.code === 'image.corrupt';
    throw corrupt && endsEarly(bytes, format) ? errors('image.truncated', {}, { cause: error }) : error;
  }
}

function trackOf(bytes: Uint8Array, format: ImageFormat): 'lossless' | 'lossy' {
  if (format === 'avif') return 'lossy';
  return format === 'webp' && !isLosslessWebp(bytes) ? 'lossy' : 'lossless';
}
