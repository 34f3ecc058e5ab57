/** Checksums of RFC 9639: CRC-8 with x⁸ + x² + x + 1 over a frame's head, CRC-16 with x¹⁶ + x¹⁵ + x² + 1 over all of it. */
const table = (width: 8 | 16, polynomial: number) =>
  Uint16Array.from({ length: 256 }, (_, byte) => {
    let rest = byte << (width - 8);
    for (let bit = 0; bit < 8; bit++) rest = (rest << 1) ^ (rest & (1 << (width - 1)) ? polynomial : 0);
    return rest & ((1 << width) - 1);
  });

const [TABLE8, TABLE16] = [table(8, 0x07), table(16, 0x8005)];

export const crc8 = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes) crc = TABLE8[crc ^ byte]!;
  return crc;
};

export const crc16 = (bytes: Uint8Array): number => {
  let crc = 0;
  for (const byte of bytes) crc = ((crc << 8) & 0xffff) ^ TABLE16[(crc >> 8) ^ byte]!;
  return crc;
};
