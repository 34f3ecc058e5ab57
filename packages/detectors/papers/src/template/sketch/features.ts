// After T. Nakai, K. Kise, M. Iwamura, "Use of affine invariants in locally likely arrangement hashing for camera-based document
// image retrieval" (DAS 2006): a page is found again by the arrangement of neighbours. Here the neighbours are words that were
// read, so that a pair of them with its distance in characters stands for the affine invariants of unnamed points.

import type { TemplateWord } from '../types.ts';
import { ROLE_WEIGHT } from '../words/roles.ts';
import { hashText, join } from './hash.ts';

/** Features of a page by hash, each with its weight. */
export type Features = ReadonlyMap<number, number>;

/**
 * How far apart two words may be, in characters' distances, and of how many words pairs are made: what lies farther apart is moved
 * by what is filled in between.
 */
const FARTHEST = 9;
const MOST_WORDS = 70;
/** Steps of distance, per e-fold: a step is some 40%. */
const STEPS = 3;
/** Steps between a word's characters, squared, from which its own distance of characters counts more than the page's usual one. */
const SURE = 4;

const keepMost = (features: Map<number, number>, feature: number, weight: number) =>
  features.set(feature, Math.max(features.get(feature) ?? 0, weight));

/** What the page says: pairs of characters of its fixed text, weighted. */
export function wordingOf(words: readonly TemplateWord[]): Features {
  const features = new Map<number, number>();
  for (const { text, role } of words) {
    const weight = ROLE_WEIGHT[role] / Math.sqrt(text.length - 1);
    for (let i = 0; i + 1 < text.length; i++) keepMost(features, hashText(text.slice(i, i + 2)), weight);
  }
  return features;
}

/** How it is laid out: pairs of words with the coarse distance of their beginnings, weighted. */
export function arrangementOf(words: readonly TemplateWord[]): Features {
  const features = new Map<number, number>();
  const heaviest = words
    .filter(({ role }) => role !== 'value')
    .toSorted((a, b) => ROLE_WEIGHT[b.role] - ROLE_WEIGHT[a.role])
    .slice(0, MOST_WORDS);
  const pitches = heaviest.map(pitch).sort((a, b) => a - b);
  const usual = pitches[pitches.length >> 1] ?? 1;
  const fixed = heaviest.map((word) => {
    const sure = (word.text.length - 1) ** 2;
    return {
      ...word,
      hash: hashText(word.text.slice(0, 2)),
      pitch: (sure * pitch(word) + SURE * usual) / (sure + SURE),
    };
  });
  for (const word of fixed) {
    for (const other of fixed) {
      const size = (word.pitch + other.pitch) / 2;
      const [dx, dy] = [(other.x1 - word.x1) / size, (other.y1 - word.y1) / size];
      if (!isAfter(dx, dy) || Math.hypot(dx, dy) > FARTHEST) continue;
      const pair = join(word.hash, other.hash);
      keepMost(
        features,
        join(join(pair, step(dx)), step(dy)),
        ROLE_WEIGHT[word.role] * ROLE_WEIGHT[other.role],
      );
    }
  }
  return features;
}

/** Of two words each pair is taken once: the lower with the upper, the right with the left. */
const isAfter = (dx: number, dy: number) => dy > 0.6 || (dy > -0.6 && dx > 0);

/** Distance of characters, which a reader measures better than their height. */
const pitch = ({ x1, y1, x2, y2, text }: TemplateWord): number =>
  Math.hypot(x2 - x1, y2 - y1) / (text.length - 1);

/** A distance on a signed log scale. */
const step = (distance: number): number =>
  Math.round(Math.sign(distance) * STEPS * Math.log1p(Math.abs(distance)));
