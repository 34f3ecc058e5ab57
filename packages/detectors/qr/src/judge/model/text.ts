import type { Link } from '../link.ts';
import { FIELDS, type Field, linkSlots } from './fields.ts';

/** Weights of a logistic regression on hashed n-grams, as bytes; a log-odds is `scale` × weight. */
export interface TextModel {
  readonly bias: number;
  readonly scale: number;
  /** 2^bits of them. */
  readonly weights: Int8Array;
}

/** Weight of each n-gram of a field that has `count`: long paths say more than short ones, but not by their length. */
export const share = (count: number): number => 1 / Math.sqrt(count);

export type TextScores = Readonly<Record<Field | 'all', number>>;

/** Log-odds that a link is there to deceive, by its spelling, and what each field adds to it. */
export function textScores({ bias, scale, weights }: TextModel, link: Link): TextScores {
  const scores = { all: bias } as Record<Field | 'all', number>;
  const slots = linkSlots(link, Math.log2(weights.length));
  for (const field of FIELDS) {
    let sum = 0;
    for (const slot of slots[field]) sum += weights[slot]!;
    scores[field] = sum === 0 ? 0 : sum * scale * share(slots[field].length);
    scores.all += scores[field];
  }
  return scores;
}
