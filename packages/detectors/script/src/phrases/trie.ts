// A trie over syllables (E. Fredkin, "Trie memory", 1960): a phrase is found by its characters, by others of the same sound, spelt in
// Latin letters, or by its initials.

import { PHRASES } from './catalogue.ts';
import { syllableOf } from './sounds.ts';
import type { Phrase } from './types.ts';

interface Node {
  readonly children: Map<string, Node>;
  phrase: Phrase | null;
  /** The way here was by initials, which must stand alone. */
  initials: boolean;
}

const node = (): Node => ({ children: new Map(), phrase: null, initials: false });

/** Boilerplate counts as it is only: who avoids filters does not disguise the law. */
const mayBeDisguised = ({ weight, text }: Phrase): boolean => weight >= 1 && text.length >= 3;
/** Shorter or weaker phrases have initials that mean too much else. */
const hasInitials = ({ weight, text }: Phrase): boolean => weight >= 2 && text.length >= 4;

const root = node();

function insert(keys: readonly string[], phrase: Phrase, initials: boolean): void {
  let at = root;
  for (const key of keys) {
    let child = at.children.get(key);
    if (!child) {
      child = node();
      at.children.set(key, child);
    }
    at = child;
  }
  at.phrase ??= phrase;
  at.initials = initials;
}

const keyOf = (character: string): string => syllableOf(character) ?? character;

for (const phrase of PHRASES) {
  insert([...phrase.text].map(keyOf), phrase, false);
  const initials = [...phrase.text].map((character) => syllableOf(character)?.[0]);
  if (hasInitials(phrase) && initials.every((initial) => initial !== undefined))
    insert(initials, phrase, true);
}

const LATIN = /[a-z]/;

export interface Hit {
  readonly phrase: Phrase;
  readonly to: number;
}

/** The longest phrase that begins at this unit of normalised text, however it is written; null where none does. */
export function phraseAt(text: string, from: number): Hit | null {
  let best: Hit | null = null;
  const walk = (at: Node, to: number): void => {
    const { phrase } = at;
    if (phrase && (!best || to > best.to) && accepted(at, phrase, text, from, to)) best = { phrase, to };
    const character = text[to];
    if (character === undefined || at.children.size === 0) return;
    const child = at.children.get(keyOf(character));
    if (child) walk(child, to + 1);
    if (!LATIN.test(character)) return;
    for (const [key, spelt] of at.children)
      if (key.length > 1 && text.startsWith(key, to)) walk(spelt, to + key.length);
  };
  walk(root, from);
  return best;
}

function accepted(at: Node, phrase: Phrase, text: string, from: number, to: number): boolean {
  if (text.slice(from, to) === phrase.text) return true;
  if (!mayBeDisguised(phrase)) return false;
  const alone = !LATIN.test(text[from - 1] ?? '') && !LATIN.test(text[to] ?? '');
  return alone || !(at.initials || LATIN.test(text[from]!));
}
