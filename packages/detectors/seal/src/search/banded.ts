// P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998), with probes beside the query's own bucket as in Q. Lv, W. Josephson,
// Z. Wang, M. Charikar, K. Li, "Multi-probe LSH" (VLDB 2007). Of two codes that differ in a share p of their bits a band of 16 agrees but for
// one bit with probability (1 − p)¹⁶ + 16 p (1 − p)¹⁵: one of 16 bands does in more than 99% of cases for p = 0.15, in 83% for p = 0.22.
import { growingSegments, type Segment, sortByBands } from '@jianzhen/evidence';
import { CODE_BITS, CODE_WORDS, ones } from './bits.ts';

/** Bits of a band, half a word, and bands. */
const BAND_BITS = 16;
const BANDS = CODE_BITS / BAND_BITS;
/**
 * Bits in which another word of the code may differ for it to be read in full: of 32, a copy that differs in a share of 0.22 has no
 * more in 96% of cases, a stranger in 6%. The words lie as the numbers do, so that strangers cost no miss of the cache.
 */
const UNLIKE = 11;

/** Codes by their bands. */
interface Banded extends Segment {
  /** Adds the numbers of those that are likely near: of one band but for a bit, and much alike in another word. Some come several times. */
  near(code: Uint32Array, found: number[]): void;
}

/** @param codes all codes of the index, as they are now */
export const bandedSegments = (codes: () => Uint32Array): ((size: number) => readonly Banded[]) =>
  growingSegments((from, to) => banded(codes(), from, to));

function banded(codes: Uint32Array, from: number, to: number): Banded {
  const { starts, members } = sortByBands({
    from,
    to,
    bands: BANDS,
    bits: BAND_BITS,
    keyOf: (number, band) => keyOf(codes, number, band),
  });
  const words = new Int32Array(members.length);
  for (let i = 0; i < words.length; i++)
    words[i] = codes[members[i]! * CODE_WORDS + otherWord(Math.floor(i / (to - from)))]!;
  return {
    from,
    to,
    near(code, found) {
      for (let band = 0; band < BANDS; band++) {
        const key = keyOf(code, 0, band);
        const other = code[otherWord(band)]!;
        for (let flip = -1; flip < BAND_BITS; flip++) {
          const bucket = (band << BAND_BITS) | (flip < 0 ? key : key ^ (1 << flip));
          const end = starts[bucket + 1]!;
          for (let i = starts[bucket]!; i < end; i++)
            if (ones(words[i]! ^ other) <= UNLIKE) found.push(members[i]!);
        }
      }
    },
  };
}

const keyOf = (codes: Uint32Array, number: number, band: number): number =>
  (codes[number * CODE_WORDS + (band >> 1)]! >>> ((band & 1) * BAND_BITS)) & ((1 << BAND_BITS) - 1);

/** A word that the band is no part of. */
const otherWord = (band: number): number => ((band >> 1) + CODE_WORDS / 2) % CODE_WORDS;
