/** Weights of one deviation z: [z, |z|, beyond 1.5 above, beyond 1.5 below], z kept within ±4. */
export type HingeWeights = readonly [number, number, number, number];

/**
 * Log-likelihood ratio, edited against untouched, of a word or a cell: a logistic regression on hinges of its deviations
 * from the page, less the training set's log-odds. Fitted by fit/main.ts on the training split alone.
 */
export interface LikelihoodModel {
  readonly deviations: Readonly<Record<string, HingeWeights>>;
  /** Weights of a context value and its square. */
  readonly context: Readonly<Record<string, readonly [number, number]>>;
  readonly bias: number;
  /** Of untouched items on training pages, log10 of the share whose ratio exceeds x is about start − slope · x, from 0 up. */
  readonly tail: { readonly start: number; readonly slope: number };
}

/** The four terms that a deviation enters with; `fit` uses the same. */
export function hinges(z: number): HingeWeights {
  const bounded = Math.max(-4, Math.min(4, z));
  return [bounded, Math.abs(bounded), Math.max(0, Math.min(4, z - 1.5)), Math.max(0, Math.min(4, -z - 1.5))];
}

/** Weights times hinges, without making the terms. */
export function weighHinges(weights: HingeWeights, z: number): number {
  const bounded = Math.max(-4, Math.min(4, z));
  let sum = weights[0] * bounded + weights[1] * Math.abs(bounded);
  if (z > 1.5) sum += weights[2] * Math.min(4, z - 1.5);
  else if (z < -1.5) sum += weights[3] * Math.min(4, -z - 1.5);
  return sum;
}

export function logLikelihoodRatio(
  model: LikelihoodModel,
  z: Readonly<Record<string, number>>,
  context: Readonly<Record<string, number>>,
): number {
  let sum = model.bias;
  for (const [name, weights] of Object.entries(model.deviations)) {
    sum += weighHinges(weights, z[name]!);
  }
  for (const [name, [linear, square]] of Object.entries(model.context)) {
    const value = context[name]!;
    sum += linear * value + square * value * value;
  }
  return sum;
}

/** log10 of how many of `tests` untouched items would be expected to score as high. */
export function logNumberOfFalseAlarms(model: LikelihoodModel, ratio: number, tests: number): number {
  const { start, slope } = model.tail;
  return Math.log10(Math.max(1, tests)) + Math.min(0, start - slope * Math.max(0, ratio));
}
