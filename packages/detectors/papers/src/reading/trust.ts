/** How far a contradiction in recognised text may be blamed on the reading instead of on the paper. */
import type { RecognisedCharacter } from '../text.ts';
import { type Alternative, alternativesOf } from './confusions.ts';

/** Reliability of a recogniser's confidences, and how often papers are wrong. */
export interface ReadingModel {
  /** Share of (1 − confidence) that is in truth an error, near full confidence. */
  readonly errorShare: number;
  /** Doubt (1 − confidence) at which errors are twice as frequent as that share says: networks are too sure of what they misread. */
  readonly doubt: number;
  /** By how much doubt makes any character a candidate, whether it looks alike or not. */
  readonly blur: number;
  /** Errors that a recogniser makes while sure of itself, a character. */
  readonly errorFloor: number;
  /** A value with a character below this confidence contradicts nothing. */
  readonly leastConfidence: number;
  /** How often a checked value of a paper is wrong as printed, before anything is known of it. */
  readonly wrongPapers: number;
  /**
   * How often an amount loses or gains its sign, its decimal point or its end unnoticed, against papers that are wrong by
   * exactly that. A factor of 100, a turned sign or an end cut off is so seldom forged that the reading is the likelier cause.
   */
  readonly lostMark: number;
}

export const readingModel: ReadingModel = {
  errorShare: 0.5,
  doubt: 0.1,
  blur: 1.5,
  errorFloor: 0.0004,
  leastConfidence: 0.75,
  wrongPapers: 0.02,
  lostMark: 0.05,
};

/** Probability that one character was misread. */
export function errorProbability({ confidence }: RecognisedCharacter, model = readingModel): number {
  const doubt = 1 - confidence;
  return Math.min(1, Math.max(model.errorFloor, doubt * model.errorShare * (1 + doubt / model.doubt)));
}

/** What the recogniser offers instead, else what looks alike. */
function choices(character: RecognisedCharacter, alphabet?: readonly string[]): readonly Alternative[] {
  const offered = character.alternatives?.filter(({ text }) => text !== character.text) ?? [];
  const total = offered.reduce((sum, { confidence }) => sum + confidence, 0);
  const like = alternativesOf(character.text, alphabet);
  if (total <= 0) return like;
  // Half by what the network saw, half by likeness: a short list of candidates leaves the rest unsaid.
  const weights = new Map(like.map(({ text, weight }) => [text, weight / 2]));
  for (const { text, confidence } of offered)
    weights.set(text, (weights.get(text) ?? 0) + confidence / total / 2);
  return [...weights].map(([text, weight]) => ({ text, weight }));
}

/**
 * Probability that one misread character explains a contradiction: the sum over single substitutions that would make the values
 * agree of the error's probability times the substitute's; infinite where a character is too doubtful to speak of at all.
 * `parts`: the values, each as its characters; `consistent` gets their texts with one character changed.
 */
export function misreading(
  parts: readonly (readonly RecognisedCharacter[])[],
  consistent: (texts: readonly string[]) => boolean,
  model = readingModel,
  alphabet?: readonly string[],
): number {
  if (parts.flat().some(({ confidence }) => confidence < model.leastConfidence))
    return Number.POSITIVE_INFINITY;
  const texts = parts.map((characters) => characters.map(({ text }) => text));
  let probability = 0;
  for (const [p, characters] of parts.entries())
    for (const [i, character] of characters.entries()) {
      const error = errorProbability(character, model);
      const least = Math.min(1, (1 - character.confidence) * model.blur);
      for (const { text, weight } of choices(character, alphabet)) {
        texts[p]![i] = text;
        if (consistent(texts.map((part) => part.join('')))) probability += error * Math.max(weight, least);
      }
      texts[p]![i] = character.text;
    }
  return probability;
}

/** Probability that the paper is wrong as printed, given a contradiction that misreadings explain with the given probability. */
export const paperIsWrong = (misread: number, model = readingModel): number =>
  model.wrongPapers / (model.wrongPapers + misread);

/** Probability that a value was read without any error. */
export const readRight = (characters: readonly RecognisedCharacter[], model = readingModel): number =>
  characters.reduce((product, character) => product * (1 - errorProbability(character, model)), 1);

/**
 * Probability that two readings that differ at the given places differ on paper too: each of these places must have been misread,
 * on one side or the other, for the papers to agree.
 */
export function differOnPaper(
  pairs: readonly (readonly [RecognisedCharacter, RecognisedCharacter])[],
  model = readingModel,
): number {
  const misread = pairs.reduce(
    (product, [a, b]) => product * Math.min(1, errorProbability(a, model) + errorProbability(b, model)),
    1,
  );
  return paperIsWrong(misread, model);
}
