import { readFile } from 'node:fs/promises';
import { errors } from '../errors.ts';
import type { ReadCharacter } from './vote.ts';

/** As scripts/fit-seal-language writes it. Costs are negative natural logarithms of probabilities in steps of an eighth, a character each from `0` on. */
export interface LanguageModel {
  readonly version: 1;
  /** Cost in nats that nothing exceeds. */
  readonly floor: number;
  /** Of each character: what it costs to begin a word, and to end one; what follows it within words; what that costs. */
  readonly letters: Readonly<Record<string, readonly [ends: string, next: string, costs: string]>>;
}

export const STEPS_A_NAT = 8;

/** Logarithm of the probability of a character behind another one in an organisation's name, or at its beginning (null). */
export type Language = (before: string | null, letter: string) => number;

/** What the language weighs beside what was seen (`models/seal/reading.md`). */
const WEIGHT = 0.8;
/** What is seen more surely is never put in question. */
const SURE = 0.995;
/** Logarithm of the probability of anything but Chinese characters, which the model does not know. */
const OTHER = -6;
/** Least that anything was seen with. */
const LEAST = 1e-4;

/**
 * Opens a model of names.
 *
 * @throws CodedError `seal.network-unreadable`
 */
export async function openLanguage(file: string): Promise<Language> {
  try {
    const model: LanguageModel = JSON.parse(await readFile(file, 'utf8'));
    if (model.version !== 1 || !(model.floor > 0)) throw new Error('not a model of names of this version');
    return languageOf(model);
  } catch (cause) {
    throw errors('seal.network-unreadable', { file, detail: (cause as Error).message }, { cause });
  }
}

export function languageOf({ floor, letters }: LanguageModel): Language {
  const known = new Map(Object.entries(letters));
  const probability = (costs: string, at: number) =>
    Math.exp(-(costs.charCodeAt(at) - '0'.charCodeAt(0)) / STEPS_A_NAT);
  const start = (letter: string) => {
    const ends = known.get(letter)?.[0];
    return ends === undefined ? 0 : probability(ends, 0);
  };
  return (before, letter) => {
    if (!isHan(letter)) return OTHER;
    const [ends, next, costs] = (before !== null && known.get(before)) || ['00', '', ''];
    const at = next.indexOf(letter);
    const within = at < 0 ? 0 : probability(costs, at);
    return Math.max(-floor, Math.log(within + probability(ends, 1) * start(letter)));
  };
}

/**
 * The likeliest name out of what each character could be, given what was seen and the language (Viterbi, "Error bounds for convolutional
 * codes and an asymptotically optimum decoding algorithm", 1967; weighed as in Graves and Jaitly, "Towards end-to-end speech recognition with recurrent
 * neural networks", ICML 2014).
 */
export function likeliest(characters: readonly ReadCharacter[], language: Language): ReadCharacter[] {
  const steps: Option[][] = [];
  for (const character of characters) {
    const before = steps.at(-1) ?? [BEGINNING];
    steps.push(
      optionsOf(character).map(({ text, seen }) => {
        const scores = before.map((one) => one.score + WEIGHT * language(one.text, text));
        const back = scores.indexOf(Math.max(...scores));
        return { text, seen, score: scores[back] + Math.log(seen), back };
      }),
    );
  }
  const out: ReadCharacter[] = [];
  let at = bestOf(steps.at(-1) ?? []);
  for (let i = steps.length - 1; i >= 0; i--) {
    const { text, seen, back } = steps[i][at];
    out.push(told(characters[i], text, seen));
    at = back;
  }
  return out.reverse();
}

/** Mean logarithm of the probability of a text's characters; 0 of nothing. */
export function likelihood(text: string, language: Language): number {
  const letters = [...text];
  return (
    letters.reduce((sum, letter, i) => sum + language(letters[i - 1] ?? null, letter), 0) /
    Math.max(1, letters.length)
  );
}

/** What a character may be. */
interface Option {
  readonly text: string | null;
  /** Probability by what was seen. */
  readonly seen: number;
  /** Of the best name up to it, and that name's option for the character before. */
  readonly score: number;
  readonly back: number;
}

const BEGINNING: Option = { text: null, seen: 1, score: 0, back: 0 };

function optionsOf({ text, confidence, alternatives }: ReadCharacter): { text: string; seen: number }[] {
  const others = confidence > SURE ? [] : alternatives.filter((other) => isHan(other.text));
  const rest = alternatives.reduce((sum, other) => sum + other.confidence, 0);
  return [{ text, confidence: Math.max(confidence, 1 - rest) }, ...others].map((option) => ({
    text: option.text,
    seen: Math.max(LEAST, option.confidence),
  }));
}

const bestOf = (options: readonly Option[]): number =>
  options.reduce((best, { score }, i) => (score > options[best].score ? i : best), 0);

/** The character as it is, or as another, as sure as that one was seen: what print a page has about a seal is likely language, too. */
const told = (character: ReadCharacter, text: string | null, seen: number): ReadCharacter =>
  text === null || text === character.text
    ? character
    : { ...character, text, confidence: seen, alternatives: [] };

const isHan = (letter: string): boolean => /^\p{Script=Han}$/u.test(letter);
