import type { TemplateWord } from '../types.ts';
import type { Anchors, Pairs } from './anchors.ts';
import { classOf } from './classes.ts';
import type { Openings, Segment } from './segments.ts';
import type { Residuals } from './slack.ts';

/** Offset in sizes from which a word is elsewhere, and how much alike words are that surely are one. */
export const ELSEWHERE = 0.9;
export const SURE = 0.75;

/** 1 for words of each page that are fixed: labels and long words that the other page has too, wherever, and such as begin alike. */
export function fixedOf(
  [a, b]: readonly [Anchors, Anchors],
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  segments: readonly Segment[],
  openings: Openings,
): [Uint8Array, Uint8Array] {
  const fixed: [Uint8Array, Uint8Array] = [
    new Uint8Array(a.letters.length),
    new Uint8Array(b.letters.length),
  ];
  for (const segment of segments) {
    const { first, second } = segment;
    const kind = classOf([a, b], words, segment);
    if (segment.alike < SURE || (kind !== 'label' && kind !== 'long')) continue;
    fixed[0][first] = 1;
    fixed[1][second] = 1;
  }
  for (const [first, second] of openings) {
    fixed[0][first] = 1;
    fixed[1][second] = 1;
  }
  return fixed;
}

/** 1 for anchors of fixed words at home, whose own partners lie where they do. */
export function atHome(
  a: Anchors,
  b: Anchors,
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  segments: readonly Segment[],
  pairs: Pairs,
  { along, down }: Residuals,
): Uint8Array {
  const partner = new Int32Array(a.letters.length).fill(-1);
  for (const segment of segments) {
    const { first, second, off } = segment;
    if (off >= ELSEWHERE) continue;
    const kind = classOf([a, b], words, segment);
    if (kind !== 'none' && kind !== 'short') partner[first] = second;
  }
  const home = new Uint8Array(a.count);
  for (let k = 0; k < pairs.a.length; k++) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    if (partner[a.word[p]!] !== b.word[q]!) continue;
    if (along[k]! ** 2 + down[k]! ** 2 < (ELSEWHERE * b.size[q]!) ** 2) home[p] = 1;
  }
  return home;
}
