import { errors } from '../../errors.ts';
import type { ImageLimits } from '../../limits.ts';
import type { DecodedPixels } from '../vips.ts';
import { type BmpHeader, parseBmpHeader } from './header.ts';
import { unpackRle } from './rle.ts';

/**
 * Decodes a Windows or OS/2 bitmap with 1, 4, 8, 16, 24 or 32 bits, plain, run-length coded or with bit fields;
 * transparency lies on white.
 *
 * @throws CodedError `image.corrupt`, `image.truncated`, `image.too-large`
 */
export function decodeBmp(bytes: Uint8Array, limits: ImageLimits): DecodedPixels {
  const header = parseBmpHeader(bytes, limits);
  const { width, height, bitsPerPixel, coding, dpi } = header;
  const packed = coding === 'rle8' || coding === 'rle4';
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const missing = header.pixelOffset + (packed ? 2 : rowBytes * (height - 1)) > bytes.length;
  if (missing) throw errors('image.truncated');
  const rgb = new Uint8Array(width * height * 3);
  if (packed) fillFromIndices(unpackRle(bytes, header), 8, width, 0, header, rgb);
  else if (bitsPerPixel <= 8) fillFromIndices(bytes, bitsPerPixel, rowBytes, header.pixelOffset, header, rgb);
  else fillFromFields(bytes, rowBytes, header, rgb);
  return { width, height, rgb, dpi };
}

function outputRow({ height, topDown }: BmpHeader, row: number): number {
  return topDown ? row : height - 1 - row;
}

function fillFromIndices(
  data: Uint8Array,
  bits: number,
  rowBytes: number,
  offset: number,
  header: BmpHeader,
  rgb: Uint8Array,
): void {
  const { width, height, palette } = header;
  const mask = (1 << bits) - 1;
  const perByte = 8 / bits;
  for (let row = 0; row < height; row++) {
    const from = offset + row * rowBytes;
    let to = outputRow(header, row) * width * 3;
    for (let x = 0; x < width; x++, to += 3) {
      const byte = data[from + Math.floor(x / perByte)] ?? 0;
      const entry = 3 * ((byte >> (8 - bits - bits * (x % perByte))) & mask);
      rgb[to] = palette[entry]!;
      rgb[to + 1] = palette[entry + 1]!;
      rgb[to + 2] = palette[entry + 2]!;
    }
  }
}

function fillFromFields(bytes: Uint8Array, rowBytes: number, header: BmpHeader, rgb: Uint8Array): void {
  const { width, height, masks, bitsPerPixel, pixelOffset } = header;
  const size = bitsPerPixel / 8;
  const [red, green, blue] = masks.slice(0, 3).map(field) as [Field, Field, Field];
  const alpha = masks[3] === 0 ? null : field(masks[3]);
  const visible = alpha !== null && hasVisible(bytes, rowBytes, header, alpha);
  for (let row = 0; row < height; row++) {
    let from = pixelOffset + row * rowBytes;
    let to = outputRow(header, row) * width * 3;
    for (let x = 0; x < width; x++, from += size, to += 3) {
      const value = read(bytes, from, size);
      const opacity = visible ? scale(value, alpha) / 255 : 1;
      const paper = 255 * (1 - opacity);
      rgb[to] = Math.round(scale(value, red) * opacity + paper);
      rgb[to + 1] = Math.round(scale(value, green) * opacity + paper);
      rgb[to + 2] = Math.round(scale(value, blue) * opacity + paper);
    }
  }
}

/** Writers that leave the alpha channel all zero mean an opaque picture. */
function hasVisible(bytes: Uint8Array, rowBytes: number, header: BmpHeader, alpha: Field): boolean {
  const { width, height, bitsPerPixel, pixelOffset } = header;
  const size = bitsPerPixel / 8;
  for (let row = 0; row < height; row++) {
    for (let x = 0; x < width; x++) {
      if (scale(read(bytes, pixelOffset + row * rowBytes + x * size, size), alpha) > 0) return true;
    }
  }
  return false;
}

/** Missing bytes at the file's end read as 0. */
function read(bytes: Uint8Array, at: number, size: number): number {
  let value = 0;
  for (let i = size - 1; i >= 0; i--) value = (value << 8) | (bytes[at + i] ?? 0);
  return value;
}

interface Field {
  readonly shift: number;
  readonly max: number;
}

function field(mask: number): Field {
  if (mask === 0) return { shift: 0, max: 0 };
  const shift = 31 - Math.clz32(mask & -mask);
  return { shift, max: mask >>> shift };
}

function scale(value: number, { shift, max }: Field): number {
  return max === 0 ? 0 : (((value >>> shift) & max) * 255) / max;
}
