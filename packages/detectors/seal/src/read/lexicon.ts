import organisations from './organisations.json' with { type: 'json' };
import type { ReadCharacter } from './vote.ts';

/** Words that names of organisations end with, longest first. */
const SUFFIXES = organisations.suffixes.toSorted((a, b) => b.length - a.length);
const WORDS: readonly string[] = organisations.words;
export const SUBTITLES: readonly string[] = organisations.subtitles;
export const SQUARES: readonly string[] = organisations.squares;

/** A character surer than this is never replaced by a word's. */
const SURE = 0.85;
/** A character that a word is to replace, alone or with others, is less sure than this, unless it itself offered the word's. */
const UNSURE = { one: 0.76, more: 0.6 } as const;
/** Share of a word's characters that are read as they are, at least. */
const SHARED = 0.6;
/** Shorter words fit anywhere. */
const LEAST_LENGTH = 3;

/** The longest suffix that a title ends with; empty where it ends with none. */
export const suffixOf = (title: string): string => SUFFIXES.find((suffix) => title.endsWith(suffix)) ?? '';

/** Puts right what is nearly a known word within a title or a known end of it: what was read surely stays. */
export function repairTitle(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  let out = characters;
  for (let from = 0; from + LEAST_LENGTH <= out.length; from++) out = repairedAt(out, from, WORDS);
  for (let from = out.length - LEAST_LENGTH; from >= 0; from--) {
    const length = out.length - from;
    out = repairedAt(
      out,
      from,
      SUFFIXES.filter((word) => [...word].length === length),
    );
  }
  return out;
}

/** Puts right a whole line that is nearly a known one. */
export const repairLine = (
  characters: readonly ReadCharacter[],
  words: readonly string[],
): readonly ReadCharacter[] =>
  repairedAt(
    characters,
    0,
    words.filter((word) => [...word].length === characters.length),
  );

/** With the word that needs the least changes from a place on. */
function repairedAt(
  characters: readonly ReadCharacter[],
  from: number,
  words: readonly string[],
): readonly ReadCharacter[] {
  let best: { changes: number; word: readonly ReadCharacter[] } | null = null;
  for (const word of words) {
    const letters = [...word];
    const there = characters.slice(from, from + letters.length);
    if (letters.length < LEAST_LENGTH || there.length < letters.length) continue;
    const changes = letters.filter((letter, i) => there[i].text !== letter).length;
    if (changes === 0) return characters;
    if (changes > (1 - SHARED) * letters.length || (best && best.changes <= changes)) continue;
    const fitted = letters.map((letter, i) =>
      fit(there[i], letter, changes === 1 ? UNSURE.one : UNSURE.more),
    );
    if (fitted.every((character) => character !== null)) best = { changes, word: fitted };
  }
  if (!best) return characters;
  return [...characters.slice(0, from), ...best.word, ...characters.slice(from + best.word.length)];
}

/** The character as a word has it; null where it was read too surely to be that. */
function fit(character: ReadCharacter, letter: string, unsure: number): ReadCharacter | null {
  if (character.text === letter) return character;
  const offered = character.alternatives.find(({ text }) => text === letter);
  if (character.confidence >= (offered ? SURE : unsure)) return null;
  // The word vouches for it, but it was hardly seen.
  return { ...character, text: letter, confidence: Math.max(offered?.confidence ?? 0, 0.5) };
}
