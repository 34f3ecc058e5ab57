import { errors } from '../errors.ts';
import { convertYcc } from './colour.ts';
import { decodeSamples } from './samples.ts';
import type { JpegImage } from './types.ts';
import { type RowSource, upsampleRows } from './upsample.ts';

/**
 * Decodes coefficients to interleaved 8-bit RGB, width × height × 3, equal to the Independent JPEG Group's software with
 * its accurate integer transform and its smooth upsampling.
 *
 * @throws CodedError `image.unsupported-jpeg` for CMYK and YCCK, which need a colour profile: see `decodeImage`
 */
export function decodeJpeg(jpeg: JpegImage): Uint8Array<ArrayBuffer> {
  const { width, height, colourTransform, components } = jpeg;
  if (components.length > 3)
    throw errors('image.unsupported-jpeg', { process: colourTransform.toUpperCase() });
  const rgb = new Uint8ClampedArray(width * height * 3);
  const rows = components.map((component) => upsampleRows(decodeSamples(jpeg, component), width));
  if (colourTransform === 'ycbcr') fillFromYcc(rgb, width, height, rows);
  else fillFromRows(rgb, width, height, rows);
  return new Uint8Array(rgb.buffer);
}

function fillFromYcc(
  rgb: Uint8ClampedArray,
  width: number,
  height: number,
  rows: readonly RowSource[],
): void {
  const [y, cb, cr] = rows as [RowSource, RowSource, RowSource];
  for (let row = 0; row < height; row++) convertYcc(y(row), cb(row), cr(row), width, rgb, row * width * 3);
}

/** Grey (one row source) or RGB (three). */
function fillFromRows(
  rgb: Uint8ClampedArray,
  width: number,
  height: number,
  rows: readonly RowSource[],
): void {
  for (let row = 0; row < height; row++) {
    for (let channel = 0; channel < 3; channel++) {
      const line = rows[rows.length === 1 ? 0 : channel]!(row);
      for (let x = 0, at = row * width * 3 + channel; x < width; x++, at += 3) rgb[at] = line[x]!;
    }
  }
}
