import { findPhrases, type PhraseModel, phraseFeatures } from '@jianzhen/detector-script';
import { calibrated } from '@jianzhen/evidence';
import { expectedCalibrationError, fitBeta } from '@jianzhen/learn';
import { type Example, fitLogistic, logit } from '../fit-templates/logistic.ts';
import { type LetterCounts, simulatedLetters } from './letters.ts';

/** As many letters of agencies as of honest people, a fifth of whom took theirs from the Internet. */
const COUNTS: LetterCounts = { agencies: 1000, lettersEach: 2, honest: 1600, publicLetters: 400 };

/** Weights on one seed, calibration on others. */
export function fitPhrases(seed: string, held: readonly string[]): PhraseModel {
  const weights = fitLogistic(examplesOf(seed)) as PhraseModel['weights'];
  const examples = held.flatMap(examplesOf);
  const scores = examples.map(({ features }) => logit(weights, features));
  const labels = examples.map(({ same }) => Number(same));
  const calibration = fitBeta(scores, labels);
  const probabilities = scores.map((score) => calibrated(calibration, score));
  const right = probabilities.filter((probability, i) => probability >= 0.5 === examples[i]!.same).length;
  console.error(
    `phrases: ${((100 * right) / labels.length).toFixed(1)}% of ${labels.length} letters on the right side of 0.5; ECE ${expectedCalibrationError(probabilities, labels).toFixed(3)}`,
  );
  return { weights, calibration };
}

/** `same` where an agency wrote the letter. */
const examplesOf = (seed: string): Example[] =>
  simulatedLetters(seed, COUNTS).map(({ text, author }) => ({
    features: { ...phraseFeatures(findPhrases(text)) },
    same: author === 'agency',
  }));
