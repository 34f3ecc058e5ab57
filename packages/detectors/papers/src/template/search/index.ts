// A. Z. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997); P. Indyk, R. Motwani, "Approximate nearest
// neighbors" (STOC 1998): bands of slots as keys of buckets. Two pages whose wordings agree in a share s of their slots meet in
// one of the 32 bands of two slots with probability 1 − (1 − s²)³²: 99.99% for s = 0.5, 98% for s = 0.35.

import { growingSegments, type Segment, sortByBands } from '@jianzhen/evidence';
import { join } from '../sketch/hash.ts';
import { SLOTS, WORDING_SLOTS } from '../sketch/index.ts';
import { rank, type TemplateCandidate } from './rank.ts';

export type { TemplateCandidate } from './rank.ts';

/** Slots of a band. */
const WIDE = 2;
const BANDS = WORDING_SLOTS / WIDE;
/** Buckets of a band: one for some eight pages, at least 2^12, at most 2^18. */
const bucketBits = (pages: number): number => Math.min(18, Math.max(12, Math.ceil(Math.log2(pages / 8 + 1))));

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
  /** Takes a page in; its number is that of the pages before it. */
  add(sketch: Uint16Array): number;
  /** Pages whose wording is alike, those first whose wording and arrangement are most alike. */
  search(sketch: Uint16Array, options?: SearchOptions): TemplateCandidate[];
}

/** Pages by the bands of their sketches. */
interface Banded extends Segment {
  /** Pages that share a band with the sketch, a list for each band that has any. */
  lists(sketch: Uint16Array): Int32Array[];
}

const keyOf = (sketches: Uint16Array, page: number, band: number, bits: number): number => {
  const slot = page * SLOTS + band * WIDE;
  return join(sketches[slot]!, sketches[slot + 1]! + band * 65_537) & ((1 << bits) - 1);
};

function banded(sketches: Uint16Array, from: number, to: number): Banded {
  const bits = bucketBits(to - from);
  const { starts, members } = sortByBands({
    from,
    to,
    bands: BANDS,
    bits,
    keyOf: (page, band) => keyOf(sketches, page, band, bits),
  });
  return {
    from,
    to,
    lists: (sketch) =>
      Array.from({ length: BANDS }, (_, band) => {
        const bucket = (band << bits) | keyOf(sketch, 0, band, bits);
        return members.subarray(starts[bucket], starts[bucket + 1]);
      }),
  };
}

/** An empty index. */
export function createTemplateIndex(): TemplateIndex {
  let sketches = new Uint16Array(1024 * SLOTS);
  let met = new Uint8Array(1024);
  let size = 0;
  const segmentsFor = growingSegments((from, to) => banded(sketches, from, to));
  return {
    get size() {
      return size;
    },
    add(sketch) {
      if (size === met.length) {
        met = new Uint8Array(2 * size);
        const more = new Uint16Array(2 * sketches.length);
        more.set(sketches);
        sketches = more;
      }
      sketches.set(sketch, size * SLOTS);
      return size++;
    },
    search(sketch, { limit = WORTH_COMPARING, budget = 50_000, least = 0.15 } = {}) {
      const segments = segmentsFor(size);
      const lists = segments.flatMap(({ from, to, lists }) =>
        lists(sketch).map((pages) => ({ pages, share: pages.length / (to - from) })),
      );
      const found: number[] = [];
      let left = budget;
      for (const { pages } of lists.sort((a, b) => a.share - b.share)) {
        const count = Math.min(left, pages.length);
        for (let i = 0; i < count; i++) if (met[pages[i]!]!++ === 0) found.push(pages[i]!);
        left -= count;
      }
      const often = mostMet(found, met);
      for (const page of found) met[page] = 0;
      for (let page = segments.at(-1)?.to ?? 0; page < size; page++) often.push(page);
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
