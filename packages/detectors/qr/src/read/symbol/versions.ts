// ISO/IEC 18004:2015, tables 7 and 9 (error correction) and annex E (alignment patterns).

/** Error correction levels in the order of the tables below. */
export type Level = 0 | 1 | 2 | 3;

/** Level by the two bits of the format information: M, L, H, Q. */
export const LEVEL_OF_BITS: readonly Level[] = [1, 0, 3, 2];

const numbers = (text: string): readonly number[] => text.split(' ').map(Number);

/** Error correction codewords a block, by level (L, M, Q, H) and version − 1. */
const PARITY = [
  '7 10 15 20 26 18 20 24 30 18 20 24 26 30 22 24 28 30 28 28 28 28 30 30 26 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '10 16 26 18 24 16 18 22 22 26 30 22 22 24 24 28 28 26 26 26 26 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28 28',
  '13 22 18 26 18 24 18 22 20 24 28 26 24 20 30 24 28 28 26 30 28 30 30 30 30 28 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
  '17 28 22 16 22 28 26 26 24 28 24 28 22 24 24 30 28 28 26 28 30 24 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30 30',
].map(numbers);

/** Blocks, by level and version − 1. */
const BLOCKS = [
  '1 1 1 1 1 2 2 2 2 4 4 4 4 4 6 6 6 6 7 8 8 9 9 10 12 12 12 13 14 15 16 17 18 19 19 20 21 22 24 25',
  '1 1 1 2 2 4 4 4 5 5 5 8 9 9 10 10 11 13 14 16 17 17 18 20 21 23 25 26 28 29 31 33 35 37 38 40 43 45 47 49',
  '1 1 2 2 4 4 6 6 8 8 8 10 12 16 12 17 16 18 21 20 23 23 25 27 29 34 34 35 38 40 43 45 48 51 53 56 59 62 65 68',
  '1 1 2 4 4 4 5 6 8 8 11 11 16 16 18 16 19 21 25 25 25 34 30 32 35 37 40 42 45 48 51 54 57 60 63 66 70 74 77 81',
].map(numbers);

/** Modules a side of a version, 1–40. */
export const sizeOf = (version: number): number => 17 + 4 * version;

/** Centres of alignment patterns on either axis; none of version 1. */
export function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : Math.floor((4 * version + 2 * count + 1) / (2 * count - 2)) * 2;
  const last = sizeOf(version) - 7;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)];
}

/** How codewords fall into blocks. */
export interface Blocks {
  /** Error correction codewords a block. */
  readonly parity: number;
  /** Data codewords of each block, shorter ones first. */
  readonly data: readonly number[];
}

export function blocksOf(version: number, level: Level, codewords: number): Blocks {
  const count = BLOCKS[level]![version - 1]!;
  const parity = PARITY[level]![version - 1]!;
  const short = Math.floor(codewords / count);
  const long = codewords % count;
  return {
    parity,
    data: Array.from({ length: count }, (_, i) => short - parity + (i >= count - long ? 1 : 0)),
  };
}
