// A. Z. Broder, "On the resemblance and containment of documents" (SEQUENCES 1997): a text as the set of its shingles.

import { mix } from './hash.ts';

/** Characters of a shingle: a Chinese word has one to four, so that one of four carries some word order. */
export const SHINGLE = 4;

/**
 * Distinct shingles of normalised text as 32-bit hashes, ascending. Two different shingles share a hash with probability 2⁻³², which
 * moves the resemblance of two texts of a thousand characters in one of some four thousand pairs, by a thousandth.
 */
export function shingles(text: string): Uint32Array {
  const count = Math.max(0, text.length - SHINGLE + 1);
  const hashes = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    let hash = 0x811c9dc5;
    for (let k = 0; k < SHINGLE; k++) hash = Math.imul(hash ^ text.charCodeAt(i + k), 0x01000193);
    hashes[i] = mix(hash);
  }
  hashes.sort();
  let distinct = 0;
  for (let i = 0; i < count; i++) if (i === 0 || hashes[i] !== hashes[i - 1]) hashes[distinct++] = hashes[i]!;
  return hashes.slice(0, distinct);
}

export interface Resemblance {
  /** Shingles in both over shingles in either, 0–1; 0 where neither has any. */
  readonly jaccard: number;
  /** Shingles in both over those of the text that has fewer: 1 where one text is within the other. */
  readonly containment: number;
}

/** Exact resemblance of two sets as `shingles` gives them. */
export function resemblance(a: Uint32Array, b: Uint32Array): Resemblance {
  let both = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      both++;
      i++;
      j++;
    } else if (a[i]! < b[j]!) i++;
    else j++;
  }
  const [either, fewer] = [a.length + b.length - both, Math.min(a.length, b.length)];
  return { jaccard: either === 0 ? 0 : both / either, containment: fewer === 0 ? 0 : both / fewer };
}
