// A. Z. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997); P. Indyk, R. Motwani, "Approximate nearest
// neighbors" (STOC 1998): bands of slots as keys of buckets. Two pages whose wordings agree in a share s of their slots meet in
// one of the 32 bands of two slots with probability 1 − (1 − s²)³²: 99.99% for s = 0.5, 98% for s = 0.35.

import { errors } from '../../errors.ts';
import { join } from '../sketch/hash.ts';
import { SLOTS, WORDING_SLOTS } from '../sketch/index.ts';
import { rank, type TemplateCandidate } from './rank.ts';

export type { TemplateCandidate } from './rank.ts';

/** Slots of a band. */
const WIDE = 2;
const BANDS = WORDING_SLOTS / WIDE;
/** Buckets of a band: one for some eight pages of a full index, at least 2^12, at most 2^18. */
const bucketBits = (capacity: number): number =>
  Math.min(18, Math.max(12, Math.ceil(Math.log2(capacity / 8 + 1))));

/**
 * Candidates that a comparison is worth: where two hundred pages have one wording, 99% of the pairs of one template are among so
 * many of either page.
 */
export const WORTH_COMPARING = 100;

export interface SearchOptions {
  /** Candidates at most; `WORTH_COMPARING` unless told. */
  readonly limit?: number;
  /** Entries of buckets looked at at most; the smallest buckets, which tell most, come first. 50,000 unless told. */
  readonly budget?: number;
  /** Candidates have at least this similarity, 0–1; 0.15 unless told. */
  readonly least?: number;
}

/** Sketches of pages in memory, some 320 bytes a page. */
export interface TemplateIndex {
  readonly size: number;
  /**
   * Takes a page in; its number is that of the pages before it.
   * @throws CodedError `papers.template-index-full` beyond the capacity
   */
  add(sketch: Uint16Array): number;
  /** Pages whose wording is alike, those first whose wording and arrangement are most alike. */
  search(sketch: Uint16Array, options?: SearchOptions): TemplateCandidate[];
}

/** An empty index. @param capacity pages that it has room for */
export function createTemplateIndex(capacity: number): TemplateIndex {
  const bits = bucketBits(capacity);
  const sketches = new Uint16Array(capacity * SLOTS);
  const heads = new Int32Array(BANDS << bits).fill(-1);
  const lengths = new Uint32Array(BANDS << bits);
  const next = new Int32Array(BANDS * capacity);
  const met = new Uint8Array(capacity);
  let size = 0;
  const bucketOf = (sketch: Uint16Array, band: number): number => {
    const key = join(sketch[band * WIDE]!, sketch[band * WIDE + 1]! + band * 65_537);
    return (band << bits) | (key & ((1 << bits) - 1));
  };
  return {
    get size() {
      return size;
    },
    add(sketch) {
      if (size === capacity) throw errors('papers.template-index-full', { capacity });
      sketches.set(sketch, size * SLOTS);
      for (let band = 0; band < BANDS; band++) {
        const bucket = bucketOf(sketch, band);
        next[band * capacity + size] = heads[bucket]!;
        heads[bucket] = size;
        lengths[bucket]!++;
      }
      return size++;
    },
    search(sketch, { limit = WORTH_COMPARING, budget = 50_000, least = 0.15 } = {}) {
      const buckets = Array.from({ length: BANDS }, (_, band) => bucketOf(sketch, band));
      const order = buckets
        .map((_, band) => band)
        .sort((a, b) => lengths[buckets[a]!]! - lengths[buckets[b]!]!);
      const found: number[] = [];
      let left = budget;
      for (const band of order) {
        for (
          let page = heads[buckets[band]!]!;
          page >= 0 && left > 0;
          page = next[band * capacity + page]!, left--
        )
          if (met[page]!++ === 0) found.push(page);
      }
      const often = mostMet(found, met);
      for (const page of found) met[page] = 0;
      return rank(sketch, sketches, often, limit, least);
    },
  };
}

/** Pages whose whole sketches are compared, about. */
const COMPARED = 2000;

/** The pages met in most bands. */
function mostMet(found: readonly number[], met: Uint8Array): number[] {
  const counts = new Uint32Array(BANDS + 1);
  for (const page of found) counts[met[page]!]!++;
  let least = BANDS;
  for (let sum = counts[least]!; least > 1 && sum + counts[least - 1]! <= COMPARED; ) sum += counts[--least]!;
  return found.filter((page) => met[page]! >= least);
}
