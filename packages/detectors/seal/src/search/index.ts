import { errors } from '../errors.ts';
import { CODE_BITS, CODE_WORDS, distance } from './bits.ts';
import { type Buckets, createBuckets } from './buckets.ts';

export { CODE_BITS, CODE_WORDS } from './bits.ts';

export interface SealMatch {
  /** Number of the code in the index. */
  readonly number: number;
  /** Share of equal bits, 0–1; 0.5 is what strangers have. */
  readonly similarity: number;
}

/** Codes of seals in memory: 32 bytes a code, and 61 more where buckets are kept. A seal may have several codes, one for each way up. */
export interface SealIndex {
  readonly size: number;
  /**
   * Takes a code in; its number is that of the codes before it.
   * @throws CodedError `seal.index-full` beyond the capacity
   */
  add(code: Uint32Array): number;
  /** The codes that are most alike, at most `limit`, best first. */
  search(code: Uint32Array, limit?: number): SealMatch[];
}

/** Up to so many codes, those of a hundred thousand seals, all are looked at; an index with room for more keeps buckets besides. */
export const EXACT = 200_000;

/** An empty index. @param capacity codes that it has room for */
export function createSealIndex(capacity: number): SealIndex {
  const codes = new Uint32Array(capacity * CODE_WORDS);
  const buckets: Buckets | null = capacity > EXACT ? createBuckets(capacity) : null;
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(code) {
      if (size === capacity) throw errors('seal.index-full', { capacity });
      codes.set(code, size * CODE_WORDS);
      buckets?.add(codes, size * CODE_WORDS, size);
      return size++;
    },
    search(code, limit = 50) {
      const found = buckets && size > EXACT ? buckets.near(code) : null;
      const count = found?.length ?? size;
      const distances = new Uint16Array(count);
      const histogram = new Uint32Array(CODE_BITS + 1);
      for (let k = 0; k < count; k++) {
        const away = distance(code, 0, codes, (found ? found[k]! : k) * CODE_WORDS);
        distances[k] = away;
        histogram[away]!++;
      }
      let most = 0;
      for (let sum = histogram[0]!; most < CODE_BITS && sum < limit; ) sum += histogram[++most]!;
      const candidates: SealMatch[] = [];
      for (let k = 0; k < count; k++)
        if (distances[k]! <= most)
          candidates.push({ number: found ? found[k]! : k, similarity: 1 - distances[k]! / CODE_BITS });
      return candidates.sort((a, b) => b.similarity - a.similarity || a.number - b.number).slice(0, limit);
    },
  };
}
