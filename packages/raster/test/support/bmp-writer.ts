// Bitmaps for tests, headers by hand.

export interface BmpOptions {
  readonly width: number;
  /** Negative for rows from the top. */
  readonly height: number;
  readonly bitsPerPixel: number;
  readonly compression?: number;
  /** BGR0 entries. */
  readonly palette?: readonly number[];
  /** Red, green, blue and possibly alpha masks, after an info header. */
  readonly masks?: readonly number[];
  /** Pixel data as stored. */
  readonly data: readonly number[];
  readonly pixelsPerMetre?: number;
}

export function writeBmp(options: BmpOptions): Uint8Array {
  const { palette = [], masks = [], data, compression = 0, pixelsPerMetre = 0 } = options;
  const offset = 14 + 40 + 4 * masks.length + palette.length;
  const bytes = new Uint8Array(offset + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, offset, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, options.width, true);
  view.setInt32(22, options.height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, options.bitsPerPixel, true);
  view.setUint32(30, compression, true);
  view.setInt32(38, pixelsPerMetre, true);
  for (const [i, mask] of masks.entries()) view.setUint32(54 + 4 * i, mask, true);
  bytes.set(palette, 54 + 4 * masks.length);
  bytes.set(data, offset);
  return bytes;
}

/** OS/2's short header, 24 bits. */
export function writeCoreBmp(width: number, height: number, data: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(26 + data.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(10, 26, true);
  view.setUint32(14, 12, true);
  view.setUint16(18, width, true);
  view.setUint16(20, height, true);
  view.setUint16(22, 1, true);
  view.setUint16(24, 24, true);
  bytes.set(data, 26);
  return bytes;
}
