import type { TemplateWord } from '../types.ts';
import { arrangementOf, wordingOf } from './features.ts';
import { minHash } from './minhash.ts';

/** Slots of the wording, by which pages are found, and of the arrangement, by which what was found is ranked. */
export const WORDING_SLOTS = 64;
export const ARRANGEMENT_SLOTS = 32;
export const SLOTS = WORDING_SLOTS + ARRANGEMENT_SLOTS;

/** The page's compact vector: 96 slots of 16 bits, wording first. */
export function sketchOf(words: readonly TemplateWord[]): Uint16Array {
  const sketch = new Uint16Array(SLOTS);
  sketch.set(minHash(wordingOf(words), WORDING_SLOTS));
  sketch.set(minHash(arrangementOf(words), ARRANGEMENT_SLOTS), WORDING_SLOTS);
  return sketch;
}

/** Shares of equal slots, 0–1: estimates of the probability Jaccard indices of wording and arrangement. */
export function similarity(a: Uint16Array, b: Uint16Array): { wording: number; arrangement: number } {
  const equal = (from: number, until: number) => {
    let count = 0;
    for (let slot = from; slot < until; slot++) if (a[slot] === b[slot]) count++;
    return count / (until - from);
  };
  return { wording: equal(0, WORDING_SLOTS), arrangement: equal(WORDING_SLOTS, SLOTS) };
}
