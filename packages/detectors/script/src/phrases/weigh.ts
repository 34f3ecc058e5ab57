import { type Calibration, calibrated } from '@jianzhen/evidence';
import model from './model.json' with { type: 'json' };
import type { PhraseMatch } from './types.ts';

/** What scripts/fit-script fitted, on simulated letters: no public set of real ones is known. */
export interface PhraseModel {
  readonly weights: Readonly<Record<keyof PhraseFeatures, number>>;
  /** At as many letters of agents as of honest people. */
  readonly calibration: Calibration;
}

export const phraseModel: PhraseModel = model;

/** `points` is ln(1 + points of the phrases): what one phrase more adds grows less. */
export type PhraseFeatures = Readonly<Record<'bias' | 'points', number>>;

/** Law and form, however much is quoted, are worth no more than a demand: honest people copy them. */
const MOST_BOILERPLATE = 0.9;
/** Points for each phrase that was kept from a filter. */
const DISGUISED = 1;

/** Points by the judged weights of the catalogue, each phrase once. Simulated letters say too little of them to fit each. */
export function phraseFeatures(matches: readonly PhraseMatch[]): PhraseFeatures {
  const phrases = new Map(matches.map(({ phrase }) => [phrase.text, phrase]));
  const disguised = new Set(
    matches.filter(({ disguise }) => disguise !== 'none').map(({ phrase }) => phrase.text),
  );
  let [points, boilerplate] = [DISGUISED * disguised.size, 0];
  for (const { sort, weight } of phrases.values())
    if (sort === 'boilerplate') boilerplate += weight;
    else points += weight;
  return { bias: 1, points: Math.log1p(points + Math.min(MOST_BOILERPLATE, boilerplate)) };
}

/** More is not claimed of words alone, on simulated letters. */
const MOST = 0.95;

/** Calibrated probability that an agent's hand wrote a text with such phrases, 0–0.95. */
export function phraseProbability(
  matches: readonly PhraseMatch[],
  { weights, calibration } = phraseModel,
): number {
  const { bias, points } = phraseFeatures(matches);
  return Math.min(MOST, calibrated(calibration, weights.bias * bias + weights.points * points));
}
