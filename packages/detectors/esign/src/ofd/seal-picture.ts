import { drawPicture, encodeRgbaPng, inspectOfd, type RgbaImage } from '@jianzhen/raster';
import { parseSesSignature } from '../ses/parse.ts';
import type { SealPicture } from '../ses/types.ts';
import { valueKind } from './value.ts';
import { openSignatures } from './verify.ts';

const MAX_EDGE = 4_000;

/**
 * The picture of each signature's seal out of the signed data, in the order of `verifyOfd`; null where there is no seal.
 * @throws CodedError as `verifyOfd`
 */
export async function sealPictures(bytes: Uint8Array): Promise<readonly (SealPicture | null)[]> {
  return openSignatures(await inspectOfd(bytes)).map(({ value }) => {
    try {
      return value && valueKind(value) === 'ses' ? parseSesSignature(value).seal.picture : null;
    } catch {
      return null;
    }
  });
}

/**
 * Draws a seal's picture at its size on paper, clear where the paper shows.
 * @param dotsPerMm pixels a millimetre
 * @throws CodedError as `drawPicture`: what cannot be drawn safely is not
 */
export async function drawSealPicture(
  { data, width, height }: SealPicture,
  dotsPerMm: number,
): Promise<RgbaImage> {
  const pixels = (millimetres: number) =>
    Math.min(MAX_EDGE, Math.max(1, Math.round(millimetres * dotsPerMm)));
  return drawPicture(data, pixels(width), pixels(height));
}

/** As `drawSealPicture`, as a PNG. */
export const sealPicturePng = async (picture: SealPicture, dotsPerMm: number): Promise<Uint8Array> =>
  encodeRgbaPng(await drawSealPicture(picture, dotsPerMm));
