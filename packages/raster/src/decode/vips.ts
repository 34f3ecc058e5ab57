import { CodedError } from '@jianzhen/evidence';
import type { Metadata } from 'sharp';
import { errors } from '../errors.ts';
import { assertSize, type ImageLimits } from '../limits.ts';
import { sharp } from '../vips.ts';

export interface DecodedPixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly dpi: number | null;
}

/** Decoding on one core takes well under this at the size limit; past it, the file is up to something. */
const TIMEOUT_SECONDS = 9;
/** Bytes a pixel while decoding, at the size limit: RGBA with 8 bits. Deeper pixels lower the limit. */
const BYTES_PER_PIXEL = 4;
/** libheif holds an AVIF picture several times over: planes, converted pixels, its own copy. */
const HEIF_COPIES = 3;
const SAMPLE_BYTES: Readonly<Record<string, number>> = {
  uchar: 1,
  char: 1,
  ushort: 2,
  short: 2,
  double: 8,
  complex: 8,
  dpcomplex: 16,
};

/**
 * Decodes through libvips to 8-bit RGB: 16 bits scaled down, grey spread, CMYK through its profile (or a usual one) to
 * sRGB, transparency laid on white. A profile of RGB or grey pixels is left aside, so that values stay as stored.
 *
 * @param index frame or directory, from 0
 * @param tolerant give what a damaged file still holds
 * @throws CodedError `image.corrupt`, `image.truncated`, `image.too-large`, `image.too-complex`
 */
export async function decodeWithVips(
  bytes: Uint8Array,
  limits: ImageLimits,
  { index = 0, tolerant = false }: { index?: number; tolerant?: boolean } = {},
): Promise<DecodedPixels> {
  const options = {
    page: index,
    pages: 1,
    limitInputPixels: limits.maxPixels,
    failOn: tolerant ? 'none' : 'error',
  } as const;
  try {
    const metadata = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
    assertAffordable(metadata, limits);
    const { data, info } = await sharp(bytes, { ...options, ignoreIcc: metadata.space !== 'cmyk' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .timeout({ seconds: TIMEOUT_SECONDS })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw errors('image.corrupt', { detail: `${info.channels} channels` });
    return { width: info.width, height: info.height, rgb: data, dpi: metadata.density ?? null };
  } catch (error) {
    throw translate(error);
  }
}

function assertAffordable({ width, height, channels, depth, format }: Metadata, limits: ImageLimits): void {
  assertSize(width, height, limits);
  const copies = format === 'heif' ? HEIF_COPIES : 1;
  const pixelBytes = copies * channels * (SAMPLE_BYTES[depth] ?? 4);
  const maxPixels = Math.floor((limits.maxPixels * BYTES_PER_PIXEL) / Math.max(BYTES_PER_PIXEL, pixelBytes));
  assertSize(width, height, { ...limits, maxPixels });
}

/** libvips' words as codes; what we threw ourselves passes. */
function translate(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof CodedError) return error;
  // libheif's reading ahead is logged before what matters.
  const lines = error.message.split('\n').filter((line) => line !== '' && !line.includes('bad seek'));
  const detail = lines[0] ?? error.message;
  if (/timeout/i.test(error.message))
    return errors('image.too-complex', { detail: `> ${TIMEOUT_SECONDS} s` });
  if (/unexpected end|premature|too short|read past|EOF|truncated|not enough/i.test(error.message)) {
    return errors('image.truncated', {}, { cause: error });
  }
  return errors('image.corrupt', { detail }, { cause: error });
}
