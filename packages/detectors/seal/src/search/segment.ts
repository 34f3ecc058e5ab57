// P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998), with probes beside the query's own bucket as in Q. Lv, W. Josephson,
// Z. Wang, M. Charikar, K. Li, "Multi-probe LSH" (VLDB 2007). Of two codes that differ in a share p of their bits a band of 16 agrees but for
// one bit with probability (1 − p)¹⁶ + 16 p (1 − p)¹⁵: one of 16 bands does in more than 99% of cases for p = 0.15, in 83% for p = 0.22.
import { CODE_BITS, CODE_WORDS, ones } from './bits.ts';

/** Bits of a band, half a word, and bands. */
const BAND_BITS = 16;
const BANDS = CODE_BITS / BAND_BITS;
const BUCKETS = 1 << BAND_BITS;
/**
 * Bits in which another word of the code may differ for it to be read in full: of 32, a copy that differs in a share of 0.22 has no
 * more in 96% of cases, a stranger in 6%. The word lies beside the number, so that strangers cost no miss of the cache.
 */
const UNLIKE = 11;

/** Codes of consecutive numbers, `from` on and before `to`, by their bands. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Adds the numbers of those codes that are likely near: of one band but for a bit, and much alike in another word. Some come several times. */
  near(code: Uint32Array, found: number[]): void;
}

/** @param codes all codes of the index, of which the segment takes its own; they are not kept */
export function createSegment(codes: Uint32Array, from: number, to: number): Segment {
  const count = to - from;
  // Number and word in turn; lists that lie in a row, since of chains every link is a miss of the cache.
  const members = new Int32Array(2 * BANDS * count);
  const starts = new Int32Array(BANDS * BUCKETS + 1);
  for (let band = 0; band < BANDS; band++) {
    const first = band * BUCKETS;
    for (let number = from; number < to; number++)
      starts[first + bandOf(codes, number * CODE_WORDS, band) + 1]!++;
    for (let bucket = first; bucket < first + BUCKETS; bucket++) starts[bucket + 1]! += starts[bucket]!;
    const next = starts.slice(first, first + BUCKETS);
    for (let number = from; number < to; number++) {
      const place = 2 * next[bandOf(codes, number * CODE_WORDS, band)]!++;
      members[place] = number;
      members[place + 1] = codes[number * CODE_WORDS + otherWord(band)]!;
    }
  }
  return {
    from,
    to,
    near(code, found) {
      for (let band = 0; band < BANDS; band++) {
        const key = bandOf(code, 0, band);
        const other = code[otherWord(band)]!;
        for (let flip = -1; flip < BAND_BITS; flip++) {
          const bucket = band * BUCKETS + (flip < 0 ? key : key ^ (1 << flip));
          const end = 2 * starts[bucket + 1]!;
          for (let i = 2 * starts[bucket]!; i < end; i += 2)
            if (ones(members[i + 1]! ^ other) <= UNLIKE) found.push(members[i]!);
        }
      }
    },
  };
}

const bandOf = (codes: Uint32Array, from: number, band: number): number =>
  (codes[from + (band >> 1)]! >>> ((band & 1) * BAND_BITS)) & (BUCKETS - 1);

/** A word that the band is no part of. */
const otherWord = (band: number): number => ((band >> 1) + CODE_WORDS / 2) % CODE_WORDS;
