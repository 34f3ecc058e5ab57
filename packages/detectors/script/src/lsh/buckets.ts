// P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998); banding as in J. Leskovec, A. Rajaraman, J. Ullman, "Mining of
// massive datasets", 3.4. Two texts whose sketches agree in a share s of their slots meet in one of the 40 bands of three slots with
// probability 1 − (1 − s³)⁴⁰: all but 10⁻⁴ for s = 0.6, 99.5% for s = 0.5, 93% for s = 0.4, 66% for s = 0.3, 0.3% for s = 0.04.

import { SLOTS } from '../minhash/index.ts';
import { mix } from '../shingle/hash.ts';

const WIDE = 3;
export const BANDS = SLOTS / WIDE;

/** Buckets of a band: one for some four texts of a full index, between 2^8 and 2^20. */
const bucketBits = (capacity: number): number =>
  Math.min(20, Math.max(8, Math.ceil(Math.log2(capacity / 4 + 1))));

/** Numbers of sketches by their bands, in chains. */
export interface Buckets {
  add(sketch: Uint16Array, number: number): void;
  remove(sketch: Uint16Array, number: number): void;
  /** Numbers that share a band with the sketch, each once, and in `bands` how many; the latest of each chain first, at most `budget` steps. */
  near(
    sketch: Uint16Array,
    budget: number,
  ): { readonly numbers: readonly number[]; bands(number: number): number };
}

export function createBuckets(capacity: number): Buckets {
  const bits = bucketBits(capacity);
  const heads = new Int32Array(BANDS << bits).fill(-1);
  // A text's links lie side by side, so that taking one in touches one stretch of memory.
  const next = new Int32Array(BANDS * capacity);
  const met = new Uint8Array(capacity);
  let last: number[] = [];
  const bucketOf = (sketch: Uint16Array, band: number): number => {
    const at = band * WIDE;
    const key = mix(mix(mix(sketch[at]! + 65_537 * band) ^ sketch[at + 1]!) ^ sketch[at + 2]!);
    return (band << bits) | (key >>> (32 - bits));
  };
  return {
    add(sketch, number) {
      for (let band = 0; band < BANDS; band++) {
        const bucket = bucketOf(sketch, band);
        next[number * BANDS + band] = heads[bucket]!;
        heads[bucket] = number;
      }
    },
    remove(sketch, number) {
      for (let band = 0; band < BANDS; band++) {
        const bucket = bucketOf(sketch, band);
        const after = next[number * BANDS + band]!;
        if (heads[bucket] === number) heads[bucket] = after;
        else {
          let before = heads[bucket]!;
          while (next[before * BANDS + band] !== number) before = next[before * BANDS + band]!;
          next[before * BANDS + band] = after;
        }
      }
    },
    near(sketch, budget) {
      for (const number of last) met[number] = 0;
      const numbers: number[] = [];
      // Every chain gets its share, so that one bucket in which a widespread script lies does not hide the others.
      const share = Math.ceil(budget / BANDS);
      for (let band = 0; band < BANDS; band++) {
        let left = share;
        for (
          let number = heads[bucketOf(sketch, band)]!;
          number >= 0 && left > 0;
          number = next[number * BANDS + band]!, left--
        )
          if (met[number]!++ === 0) numbers.push(number);
      }
      last = numbers;
      return { numbers, bands: (number) => met[number]! };
    },
  };
}
