import organisations from './organisations.json' with { type: 'json' };
import type { ReadCharacter } from './vote.ts';

/** Words that names of organisations end with, longest first. */
const SUFFIXES = organisations.suffixes.toSorted((a, b) => b.length - a.length);
export const SUBTITLES: readonly string[] = organisations.subtitles;
export const SQUARES: readonly string[] = organisations.squares;

/** A character surer than this is never replaced by a word's. */
const SURE = 0.8;
/** A character that a word is to replace is less sure than this, unless it itself offered the word's. */
const UNSURE = 0.62;
/** Share of a word's characters that are read as they are, at least. */
const SHARED = 0.6;

/** The longest suffix that a title ends with; empty where it ends with none. */
export const suffixOf = (title: string): string => SUFFIXES.find((suffix) => title.endsWith(suffix)) ?? '';

/** Puts right a title's end that is nearly a known one: what was read surely stays. */
export function repairEnd(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  return repaired(characters, SUFFIXES, 4);
}

/** Puts right a whole line that is nearly a known one. */
export const repairLine = (
  characters: readonly ReadCharacter[],
  words: readonly string[],
): readonly ReadCharacter[] =>
  repaired(
    characters,
    words.filter((word) => [...word].length === characters.length),
    3,
  );

/** @param least characters that a word has, at least: short ones fit anywhere */
function repaired(
  characters: readonly ReadCharacter[],
  words: readonly string[],
  least: number,
): readonly ReadCharacter[] {
  let best: { cost: number; length: number; end: ReadCharacter[] } | null = null;
  for (const word of words) {
    const letters = [...word];
    if (letters.length < least || letters.length > characters.length) continue;
    const end = characters.slice(-letters.length);
    const fitted = letters.map((letter, i) => fit(end[i], letter));
    if (fitted.some((character) => character === null)) continue;
    const same = letters.filter((letter, i) => end[i].text === letter).length;
    if (same < SHARED * letters.length) continue;
    const cost = letters.length - same;
    const better = !best || cost < best.cost || (cost === best.cost && letters.length > best.length);
    if (better) best = { cost, length: letters.length, end: fitted as ReadCharacter[] };
  }
  return best && best.cost > 0 ? [...characters.slice(0, -best.length), ...best.end] : characters;
}

/** The character as a word has it; null where it was read too surely to be that. */
function fit(character: ReadCharacter, letter: string): ReadCharacter | null {
  if (character.text === letter) return character;
  const offered = character.alternatives.find(({ text }) => text === letter);
  if (character.confidence >= (offered ? SURE : UNSURE)) return null;
  // The word vouches for it, but it was hardly seen.
  return { ...character, text: letter, confidence: Math.max(offered?.confidence ?? 0, 0.5) };
}
