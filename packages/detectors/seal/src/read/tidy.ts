import { suffixOf } from './lexicon.ts';
import { pitchOf, type ReadCharacter, textOf } from './vote.ts';

const FULL_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '【': '(',
  '】': ')',
  '［': '(',
  '］': ')',
};
const IN_NAMES = /^[\p{Script=Han}A-Za-z0-9()·&.\-—〇]$/u;
const AT_ENDS = /^[\p{Script=Han}A-Za-z0-9()]$/u;
/** What is read at the ends with less is rather a rim or a neighbour. */
const LEAST = 0.3;
/** A character read with more is there, wherever it stands. */
const SURE = 0.96;
/** Characters beyond a known end that are dropped with less than this. */
const DOUBTED = 0.75;

/** A title without what cannot stand in a name: specks read as marks, scraps of other parts at its ends. */
export function tidyTitle(characters: readonly ReadCharacter[]): ReadCharacter[] {
  const named = characters
    .map((character) => ({ ...character, text: FULL_WIDTH[character.text] ?? character.text }))
    .filter(({ text }) => IN_NAMES.test(text));
  const isEnd = ({ text, confidence }: ReadCharacter) => AT_ENDS.test(text) && confidence >= LEAST;
  const first = named.findIndex(isEnd);
  const last = named.findLastIndex(isEnd);
  const kept = first < 0 ? named : named.slice(first, last + 1);
  return withoutScrap(symmetric(kept));
}

/** Titles stand symmetrically about the middle of what was read: a first or last character that they would be without is a neighbour's. */
function symmetric(characters: ReadCharacter[]): ReadCharacter[] {
  if (characters.length < 4) return characters;
  const pitch = pitchOf(characters);
  const astray = (list: readonly ReadCharacter[]) => Math.abs(list[0].at + list.at(-1)!.at - 1);
  const [first, last] = [characters[0], characters.at(-1)!];
  const dropped = first.at + last.at < 1 ? first : last;
  const rest = characters.filter((character) => character !== dropped);
  const better = astray(characters) > 0.6 * pitch && astray(rest) < 0.4 * pitch;
  return better && dropped.confidence < SURE ? rest : characters;
}

/** Doubtful last characters behind a known end go, unless they make a longer one of it. */
function withoutScrap(characters: ReadCharacter[]): ReadCharacter[] {
  const own = [...suffixOf(textOf(characters))].length;
  for (const count of [1, 2, 3]) {
    const scrap = characters.slice(-count);
    const rest = characters.slice(0, -count);
    if (rest.length < 3 || scrap.some(({ confidence }) => confidence >= DOUBTED)) continue;
    if ([...suffixOf(textOf(rest))].length >= Math.max(2, own + 1)) return rest;
  }
  return characters;
}
