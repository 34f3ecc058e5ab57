// Seeds on diagonals as in W. J. Wilbur, D. J. Lipman, "Rapid similarity searches of nucleic acid and protein data banks" (PNAS 1983).

import { align, type Placement } from './align.ts';

const SEED = 3;
/** Diagonals that count together: what lies between two seeds may be so much longer or shorter. */
const BAND = 16;
/** Share of a sentence's units that are found again where the sentence is there at all. */
const PRESENT = 0.5;

/** Where in a text sentences of a template lie, wherever they were moved to. */
export interface Placer {
  readonly text: string;
  /** Null where the sentence is not there. */
  place(sentence: string): Placement | null;
}

export function createPlacer(text: string): Placer {
  const seeds = new Map<string, number[]>();
  for (let at = 0; at + SEED <= text.length; at++) {
    const seed = text.slice(at, at + SEED);
    const places = seeds.get(seed);
    if (!places) seeds.set(seed, [at]);
    // What stands everywhere tells no place.
    else if (places.length < MOST_PLACES) places.push(at);
  }
  return {
    text,
    place(sentence) {
      const diagonal = bestDiagonal(sentence, seeds);
      if (diagonal === null) return null;
      const slack = BAND + (sentence.length >> 2);
      const from = Math.max(0, diagonal - slack);
      const to = Math.min(text.length, diagonal + sentence.length + slack + BAND);
      const placement = align(sentence, text, from, to);
      return placement.equal >= PRESENT * sentence.length ? placement : null;
    },
  };
}

const MOST_PLACES = 32;

/** Begin of the band of diagonals that most seeds lie on. */
function bestDiagonal(sentence: string, seeds: ReadonlyMap<string, readonly number[]>): number | null {
  const votes = new Map<number, number>();
  let best: number | null = null;
  for (let i = 0; i + SEED <= sentence.length; i++) {
    for (const place of seeds.get(sentence.slice(i, i + SEED)) ?? []) {
      const band = Math.floor((place - i) / BAND);
      const count = (votes.get(band) ?? 0) + 1;
      votes.set(band, count);
      if (best === null || count > votes.get(best)!) best = band;
    }
  }
  return best === null ? null : best * BAND;
}
