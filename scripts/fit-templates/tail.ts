// What counts is recall at one false link in a million pairs: the few pairs of different templates that look most alike. They are
// mined and weighed up round by round, after K.-K. Sung, T. Poggio, "Example-based learning for view-based human face detection"
// (PAMI 1998), §IV-C. The scale is then set on other pages: J. Platt, "Probabilistic outputs for support vector machines" (1999).

import { balanced, type Example, fitLogistic, logit, type Weights } from './logistic.ts';

/** Share of the pairs of different templates that are the hardest, and of the weight of all that they get. */
const HARDEST = 0.01;
const THEIRS = 0.6;
const ROUNDS = 4;

/** Weights for the tail: those of all pairs, then again with the hardest pairs of different templates weighed up. */
export function fitTail(examples: readonly Example[]): Weights {
  let weights = fitLogistic(examples);
  for (let round = 0; round < ROUNDS; round++) weights = fitLogistic(examples, mined(examples, weights));
  return weights;
}

function mined(examples: readonly Example[], weights: Weights): number[] {
  const scores = examples.map(({ features }) => logit(weights, features));
  const wrong = scores.filter((_, i) => !examples[i]!.same).sort((a, b) => b - a);
  const count = Math.ceil(HARDEST * wrong.length);
  const least = wrong[count - 1]!;
  return balanced(examples).map((share, i) => {
    if (examples[i]!.same) return share;
    return scores[i]! >= least
      ? (share * THEIRS * wrong.length) / count
      : (share * (1 - THEIRS) * wrong.length) / (wrong.length - count);
  });
}

/** The weights on the scale and with the bias that fit other pages best. */
export function calibrated(weights: Weights, held: readonly Example[]): Weights {
  const { scale, bias } = fitLogistic(
    held.map(({ features, same }) => ({ same, features: { bias: 1, scale: logit(weights, features) } })),
  ) as { scale: number; bias: number };
  const scaled = Object.entries(weights).map(([name, weight]) => [
    name,
    Number((scale * weight + (name === 'bias' ? bias : 0)).toFixed(2)),
  ]);
  return Object.fromEntries(scaled);
}
