import { bandedSegments } from './banded.ts';
import { CODE_BITS, CODE_WORDS, distance } from './bits.ts';

export { CODE_BITS, CODE_WORDS } from './bits.ts';

export interface SealMatch {
  /** Number of the code in the index. */
  readonly number: number;
  /** Share of equal bits, 0–1; 0.5 is what strangers have. */
  readonly similarity: number;
}

/** Codes of seals in memory: 32 bytes a code, 160 where there are more than 200,000. A seal may have several codes, one for each way up. */
export interface SealIndex {
  readonly size: number;
  /** Takes a code in; its number is that of the codes before it. */
  add(code: Uint32Array): number;
  /** The codes that are most alike, at most `limit`, best first. */
  search(code: Uint32Array, limit?: number): SealMatch[];
}

/** Up to so many codes, those of a hundred thousand seals, all are looked at; of more, those that share a band. */
export const EXACT = 200_000;

/** An empty index. @param exact codes up to which all are looked at */
export function createSealIndex(exact = EXACT): SealIndex {
  let codes = new Uint32Array(1024 * CODE_WORDS);
  let size = 0;
  const segmentsFor = bandedSegments(() => codes);

  /** Numbers of the codes that may be near, each once. */
  function candidates(code: Uint32Array): number[] {
    const segments = segmentsFor(size);
    const found: number[] = [];
    for (const segment of segments) segment.near(code, found);
    const distinct = [...new Set(found)];
    for (let number = segments.at(-1)?.to ?? 0; number < size; number++) distinct.push(number);
    return distinct;
  }

  return {
    get size() {
      return size;
    },
    add(code) {
      if (size * CODE_WORDS === codes.length) codes = doubled(codes);
      codes.set(code, size * CODE_WORDS);
      return size++;
    },
    search(code, limit = 50) {
      const found = size > exact ? candidates(code) : null;
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
      const matches: SealMatch[] = [];
      for (let k = 0; k < count; k++)
        if (distances[k]! <= most)
          matches.push({ number: found ? found[k]! : k, similarity: 1 - distances[k]! / CODE_BITS });
      return matches.sort((a, b) => b.similarity - a.similarity || a.number - b.number).slice(0, limit);
    },
  };
}

function doubled(codes: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * codes.length);
  larger.set(codes);
  return larger;
}
