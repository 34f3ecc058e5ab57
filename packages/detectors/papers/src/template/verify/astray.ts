import type { TemplateWord } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Placing } from './placing.ts';

/** Share of a word's pairs of characters that is at its place at most, and residual in sizes of what is not. */
const AT_PLACE = 0.2;
const OFF = 0.9;
/** Characters of a word that is not met twice by chance. */
const LONG = 3;

/** Firm words that are on both pages letter by letter, and on neither at the place of the other. */
export function astray(
  pages: readonly [Anchors, Anchors],
  words: readonly [readonly TemplateWord[], readonly TemplateWord[]],
  placings: readonly [Placing, Placing],
): number {
  const [first, second] = [0, 1].map((i) => homeless(pages[i]!, words[i]!, placings[i]!)) as [
    string[],
    string[],
  ];
  const left = new Set(second);
  return first.filter((text) => left.delete(text)).length;
}

function homeless(page: Anchors, words: readonly TemplateWord[], { least }: Placing): string[] {
  const all = new Uint16Array(words.length);
  const on = new Uint16Array(words.length);
  for (let p = 0; p < page.count; p++) {
    if (!page.firm[p]) continue;
    all[page.word[p]!]!++;
    if (least[p]! <= OFF) on[page.word[p]!]!++;
  }
  return words.flatMap(({ text }, i) =>
    all[i]! > 0 && text.length >= LONG && on[i]! <= AT_PLACE * all[i]! ? [text] : [],
  );
}
