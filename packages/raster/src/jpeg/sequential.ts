// ITU-T T.81, F.2.2: Huffman decoding of sequential DCT blocks.

import type { BitReader } from './bits.ts';
import { type HuffmanDecoder, LOOKUP_BITS } from './huffman.ts';
import { NATURAL_FROM_ZIGZAG } from './zigzag.ts';

const MASK = (1 << LOOKUP_BITS) - 1;

/**
 * Decodes one block into `levels[offset … offset + 63]` (zeros before, natural order).
 * The bit buffer lives in locals throughout: this loop is where a baseline file's time goes.
 *
 * @returns the block's DC level, the next block's prediction
 */
export function decodeSequentialBlock(
  reader: BitReader,
  dc: HuffmanDecoder,
  ac: HuffmanDecoder,
  prediction: number,
  levels: Int16Array,
  offset: number,
): number {
  const level = (prediction + reader.readSigned(reader.decode(dc))) | 0;
  levels[offset] = level;

  const data = reader.data;
  const end = reader.end;
  const lookup = ac.lookup;
  let { position, bits, count } = reader;
  for (let k = 1; k < 64; k++) {
    if (count < 16) {
      bits <<= 16;
      if (position < end) bits |= (data[position]! << 8) | data[position + 1]!;
      position += 2;
      count += 16;
    }
    const entry = lookup[(bits >>> (count - LOOKUP_BITS)) & MASK]!;
    let symbol: number;
    if (entry !== 0) {
      count -= entry >> 8;
      symbol = entry & 255;
    } else {
      reader.position = position;
      reader.bits = bits;
      reader.count = count;
      symbol = reader.decode(ac);
      count = reader.count;
    }
    const size = symbol & 15;
    if (size === 0) {
      if (symbol !== 0xf0) break;
      k += 15;
      continue;
    }
    k += symbol >> 4;
    if (k > 63) {
      reader.damaged = true;
      break;
    }
    if (count < size) {
      bits <<= 16;
      if (position < end) bits |= (data[position]! << 8) | data[position + 1]!;
      position += 2;
      count += 16;
    }
    count -= size;
    const value = (bits >>> count) & ((1 << size) - 1);
    levels[offset + NATURAL_FROM_ZIGZAG[k]!] = value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }
  reader.position = position;
  reader.bits = bits;
  reader.count = count;
  return level;
}
