// ITU-T T.81, annex G.1.2 and G.2: Huffman decoding of progressive DCT blocks.

import type { BitReader } from './bits.ts';
import type { HuffmanDecoder } from './huffman.ts';
import { NATURAL_FROM_ZIGZAG } from './zigzag.ts';

/** Spectral band and bit position of a scan: T.81's Ss, Se, Ah, Al. */
export interface Band {
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

/** First DC scan (G.1.2.1). @returns the next block's prediction, not yet scaled */
export function decodeDcFirst(
  reader: BitReader,
  table: HuffmanDecoder,
  prediction: number,
  low: number,
  levels: Int16Array,
  offset: number,
): number {
  const level = (prediction + reader.readSigned(reader.decode(table))) | 0;
  levels[offset] = level << low;
  return level;
}

/** Later DC scan: one more bit of the level. */
export function decodeDcRefinement(reader: BitReader, low: number, levels: Int16Array, offset: number): void {
  if (reader.read(1) === 1) levels[offset] = levels[offset]! | (1 << low);
}

/** First AC scan of a band (G.1.2.2). */
export function decodeAcFirst(
  reader: BitReader,
  table: HuffmanDecoder,
  band: Band,
  levels: Int16Array,
  offset: number,
): void {
  if (reader.endOfBandRun > 0) {
    reader.endOfBandRun--;
    return;
  }
  for (let k = band.first; k <= band.last; k++) {
    const symbol = reader.decode(table);
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size === 0) {
      if (run < 15) {
        reader.endOfBandRun = (1 << run) - 1 + reader.read(run);
        return;
      }
      k += 15;
      continue;
    }
    k += run;
    const value = reader.readSigned(size);
    if (k > band.last) {
      reader.damaged = true;
      return;
    }
    levels[offset + NATURAL_FROM_ZIGZAG[k]!] = value << band.low;
  }
}

/** Later AC scan of a band: corrects known levels by a bit each and inserts new ones (G.1.2.3). */
export function decodeAcRefinement(
  reader: BitReader,
  table: HuffmanDecoder,
  band: Band,
  levels: Int16Array,
  offset: number,
): void {
  const { last, low } = band;
  let k = band.first;
  if (reader.endOfBandRun === 0) {
    for (; k <= last; k++) {
      const symbol = reader.decode(table);
      let zeros = symbol >> 4;
      const size = symbol & 15;
      let inserted = 0;
      if (size !== 0) {
        if (size !== 1) reader.damaged = true;
        inserted = reader.read(1) === 1 ? 1 << low : -1 << low;
      } else if (zeros < 15) {
        reader.endOfBandRun = (1 << zeros) + reader.read(zeros);
        break;
      }
      // Pass `zeros` levels that are still zero; every level passed that is not takes a correction bit.
      for (; k <= last; k++) {
        const at = offset + NATURAL_FROM_ZIGZAG[k]!;
        const level = levels[at]!;
        if (level !== 0) correct(reader, levels, at, level, low);
        else if (zeros-- === 0) break;
      }
      if (inserted === 0) continue;
      if (k <= last) levels[offset + NATURAL_FROM_ZIGZAG[k]!] = inserted;
      else reader.damaged = true;
    }
  }
  if (reader.endOfBandRun > 0) {
    for (; k <= last; k++) {
      const at = offset + NATURAL_FROM_ZIGZAG[k]!;
      const level = levels[at]!;
      if (level !== 0) correct(reader, levels, at, level, low);
    }
    reader.endOfBandRun--;
  }
}

function correct(reader: BitReader, levels: Int16Array, at: number, level: number, low: number): void {
  if (reader.read(1) === 1) levels[at] = level > 0 ? level + (1 << low) : level - (1 << low);
}
