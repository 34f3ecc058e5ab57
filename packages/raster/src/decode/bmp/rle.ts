// Microsoft, Bitmap Compression: BI_RLE8 and BI_RLE4.

import type { BmpHeader } from './header.ts';

/** Unpacks run-length coding to one palette index a pixel, rows from the bottom as stored; skipped pixels are 0. */
export function unpackRle(bytes: Uint8Array, { width, height, coding, pixelOffset }: BmpHeader): Uint8Array {
  const nibbles = coding === 'rle4';
  const indices = new Uint8Array(width * height);
  let x = 0;
  let y = 0;
  let at = pixelOffset;
  const put = (index: number) => {
    if (x < width && y < height) indices[y * width + x] = index;
    x++;
  };
  while (at + 1 < bytes.length && y < height) {
    const count = bytes[at++]!;
    const value = bytes[at++]!;
    if (count > 0) {
      for (let i = 0; i < count; i++) put(nibbles ? ((i & 1) === 0 ? value >> 4 : value & 15) : value);
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      break;
    } else if (value === 2) {
      x += bytes[at] ?? 0;
      y += bytes[at + 1] ?? 0;
      at += 2;
    } else {
      for (let i = 0; i < value; i++) {
        const byte = bytes[at + (nibbles ? i >> 1 : i)] ?? 0;
        put(nibbles ? ((i & 1) === 0 ? byte >> 4 : byte & 15) : byte);
      }
      // Absolute runs are padded to 16 bits.
      const length = nibbles ? (value + 1) >> 1 : value;
      at += length + (length & 1);
    }
  }
  return indices;
}
