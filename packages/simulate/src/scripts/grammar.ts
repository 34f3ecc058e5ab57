import type { Random } from '../random.ts';
import { FILLERS } from '../templates/fillers.ts';
import type { FillKind } from '../templates/types.ts';
import { OWN_FILLS } from './wording/fills.ts';

/** A sentence with places where words may differ, `[a|b|c]`, and places that each letter fills in anew, `{name}`. */
export type Sentence = readonly Part[];

/** Words of which one is chosen; they may hold places to fill in. */
type Part = readonly string[];

/** Parses `本人{name}因[失业|生病]…`. */
export const parseSentence = (source: string): Sentence =>
  [...source.matchAll(/\[([^\]]*)\]|([^[]+)/g)].map(([, words, plain]) =>
    plain === undefined ? words!.split('|') : [plain],
  );

/** Which words stand at each place of a sentence. */
export type Choice = readonly number[];

export const chooseWords = (sentence: Sentence, random: Random): Choice =>
  sentence.map((words) => random.integer(0, words.length - 1));

/** Makes each choice anew with the given probability. */
export const rechoose = (sentence: Sentence, choice: Choice, share: number, random: Random): Choice =>
  sentence.map((words, i) =>
    words.length > 1 && random.chance(share) ? random.integer(0, words.length - 1) : choice[i]!,
  );

/** Values of a text's slots, drawn when they are first asked for: one name stands for one value throughout a text. */
export type Fills = (name: string) => string;

export function createFills(random: Random): Fills {
  const drawn = new Map<string, string>();
  return (name) => {
    let value = drawn.get(name);
    if (value === undefined) {
      const fill = OWN_FILLS[name] ?? FILLERS[name as FillKind];
      if (!fill) throw new RangeError(`no filler for {${name}}`);
      value = fill(random);
      drawn.set(name, value);
    }
    return value;
  };
}

export const speak = (sentence: Sentence, choice: Choice, fills: Fills): string =>
  sentence
    .map((words, i) => words[choice[i]!]!)
    .join('')
    .replace(/\{([\w-]+)\}/g, (_, name: string) => fills(name));
