// P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998), with probes beside the query's own bucket as in Q. Lv, W. Josephson,
// Z. Wang, M. Charikar, K. Li, "Multi-probe LSH" (VLDB 2007). Of two codes that differ in a share p of their bits a band of 17 agrees but for
// one bit with probability (1 − p)¹⁷ + 17 p (1 − p)¹⁶: one of 15 bands does in 99% of cases for p = 0.15, in 85% for p = 0.2. Shorter
// bands find more, but their buckets in a million seals hold so many that memory takes too long to answer.

/** Bits of a band, and bands. */
const BAND_BITS = 17;
export const BANDS = 15;

/** Codes by their bands, in chains. */
export interface Buckets {
  add(codes: Uint32Array, from: number, number: number): void;
  /** Numbers of the codes that share a band with the query but for one bit at most, each once. */
  near(code: Uint32Array): number[];
}

export function createBuckets(capacity: number): Buckets {
  const heads = new Int32Array(BANDS << BAND_BITS).fill(-1);
  const next = new Int32Array(BANDS * capacity);
  const met = new Uint8Array(capacity);
  return {
    add(codes, from, number) {
      for (let band = 0; band < BANDS; band++) {
        const bucket = (band << BAND_BITS) | bandOf(codes, from, band);
        next[band * capacity + number] = heads[bucket]!;
        heads[bucket] = number;
      }
    },
    near(code) {
      const found: number[] = [];
      for (let band = 0; band < BANDS; band++) {
        const key = bandOf(code, 0, band);
        for (let flip = -1; flip < BAND_BITS; flip++) {
          const bucket = (band << BAND_BITS) | (flip < 0 ? key : key ^ (1 << flip));
          for (let number = heads[bucket]!; number >= 0; number = next[band * capacity + number]!) {
            if (met[number] === 1) continue;
            met[number] = 1;
            found.push(number);
          }
        }
      }
      for (const number of found) met[number] = 0;
      return found;
    },
  };
}

function bandOf(codes: Uint32Array, from: number, band: number): number {
  const bit = band * BAND_BITS;
  const word = from + (bit >>> 5);
  const shift = bit & 31;
  const low = codes[word]! >>> shift;
  const high = shift > 32 - BAND_BITS ? codes[word + 1]! << (32 - shift) : 0;
  return (low | high) & ((1 << BAND_BITS) - 1);
}
