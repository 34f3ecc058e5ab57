/** TIFF 6.0 tags of an RGB page, all values inline or at fixed places. */
const entry = (tag: number, type: number, count: number, value: number) => {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt16LE(tag, 0);
  bytes.writeUInt16LE(type, 2);
  bytes.writeUInt32LE(count, 4);
  bytes.writeUInt32LE(value, 8);
  return bytes;
};

/** Two pages of the same size: the first uncompressed, the second says Deflate over bytes that are not. */
export function tiffWithBrokenSecondPage(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.from('49492a0000000000', 'hex');
  const bits = Buffer.from([8, 0, 8, 0, 8, 0]);
  const garbage = Buffer.alloc(64, 0xff);
  const bitsAt = header.length;
  const pixelsAt = bitsAt + bits.length;
  const garbageAt = pixelsAt + rgb.length;
  const firstAt = garbageAt + garbage.length;
  const directory = (compression: number, at: number, length: number, next: number) => {
    const entries = [
      entry(256, 3, 1, width),
      entry(257, 3, 1, height),
      entry(258, 3, 3, bitsAt),
      entry(259, 3, 1, compression),
      entry(262, 3, 1, 2),
      entry(273, 4, 1, at),
      entry(277, 3, 1, 3),
      entry(278, 3, 1, height),
      entry(279, 4, 1, length),
    ];
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    const link = Buffer.alloc(4);
    link.writeUInt32LE(next);
    return Buffer.concat([count, ...entries, link]);
  };
  const length = directory(1, 0, 0, 0).length;
  header.writeUInt32LE(firstAt, 4);
  const first = directory(1, pixelsAt, rgb.length, firstAt + length);
  return Buffer.concat([header, bits, rgb, garbage, first, directory(8, garbageAt, garbage.length, 0)]);
}
