import { type NormalisedText, normalise } from '../normalise/index.ts';
import { phraseAt } from './trie.ts';
import type { Disguise, Phrase, PhraseMatch } from './types.ts';

export { PHRASES } from './catalogue.ts';
export type * from './types.ts';

/** Phrases that agents use, in the order of the text, none over another, the longest at each place. @param text `normalise(original)` */
export function findPhrases(original: string, text: NormalisedText = normalise(original)): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (let at = 0; at < text.text.length; ) {
    const hit = phraseAt(text.text, at);
    if (!hit) {
      at++;
      continue;
    }
    const { phrase, to } = hit;
    const [start, end] = [text.starts[at]!, text.ends[to - 1]!];
    const disguise = disguiseOf(phrase, text.text.slice(at, to), original.slice(start, end));
    matches.push({ phrase, disguise, start, end });
    at = to;
  }
  return matches;
}

/** Blanks and line ends are no disguise by themselves: pages are wrapped and retyped. */
function disguiseOf({ text }: Phrase, read: string, written: string): Disguise {
  if (read !== text) return 'sound';
  return [...written.replace(/\s/g, '')].length === text.length ? 'none' : 'apart';
}
