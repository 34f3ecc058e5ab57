import type { TemplateWord } from '../types.ts';
import type { Anchors, Pairs } from './anchors.ts';
import { isOneOff } from './same-word.ts';
import type { Residuals } from './slack.ts';

/** A word of one page and the word of the other that says the same, near enough. */
export interface Segment {
  readonly first: number;
  readonly second: number;
  /** Dice coefficient of their pairs of characters, 0–1; at least `ONE_OFF` where a label differs in one character alone. */
  readonly alike: number;
  /** Length of the mean of their offsets, in sizes; and how far down or up of it that is. */
  readonly off: number;
  readonly down: number;
}

/** Words of both pages, first and second, that begin alike as no other words of theirs do, and go on otherwise. */
export type Openings = readonly (readonly [number, number])[];

/** Words less alike are two words. */
const LEAST_ALIKE = 0.5;
/** How much alike labels are that differ in one character, which spoils two of their few pairs. */
const ONE_OFF = 0.85;

/** Words that both pages have, each with its partner: those most alike find each other first, of those the nearest. */
export function segmentsOf(
  a: Anchors,
  b: Anchors,
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  pairs: Pairs,
  { along, down }: Residuals,
): Segment[] {
  const sums = new Map<number, { count: number; along: number; down: number }>();
  const stride = b.letters.length;
  for (let k = 0; k < pairs.a.length; k++) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const key = a.word[p]! * stride + b.word[q]!;
    const own = sums.get(key) ?? { count: 0, along: 0, down: 0 };
    own.count++;
    own.along += along[k]! / b.size[q]!;
    own.down += down[k]! / b.size[q]!;
    sums.set(key, own);
  }
  const segments: Segment[] = [];
  for (const [key, sum] of sums) {
    const [first, second] = [Math.floor(key / stride), key % stride];
    const [one, other] = [a.letters[first]! - 1, b.letters[second]! - 1];
    const dice = (2 * Math.min(sum.count, one, other)) / (one + other);
    const alike = dice < ONE_OFF && isOneOff(words[0][first]!, words[1][second]!) ? ONE_OFF : dice;
    if (alike < LEAST_ALIKE) continue;
    const off = Math.hypot(sum.along, sum.down) / sum.count;
    segments.push({ first, second, alike, off, down: Math.abs(sum.down) / sum.count });
  }
  segments.sort((p, q) => q.alike - p.alike || p.off - q.off);
  const [ones, others] = [new Set<number>(), new Set<number>()];
  return segments.filter(({ first, second }) => {
    if (ones.has(first) || others.has(second)) return false;
    ones.add(first);
    others.add(second);
    return true;
  });
}
