import { cllr, minCllr } from './cllr.ts';
import { equalErrorRate, minDcf } from './errors.ts';
import { sortTrials } from './trials.ts';

export { cllr, minCllr } from './cllr.ts';
export { equalErrorRate, minDcf } from './errors.ts';
export { speakerIntervals, type TrialSpeakers } from './intervals.ts';
export { type ErrorRates, operatingCurve, type SortedTrials, sortTrials } from './trials.ts';

export interface VerificationMetrics {
  readonly targets: number;
  readonly nontargets: number;
  readonly eer: number;
  /** At a prior of 0.01. */
  readonly minDcf: number;
  /** In bits; means something where the scores are log-likelihood ratios. */
  readonly cllr: number;
  readonly minCllr: number;
}

/** All figures of a list of trials; NaN where it lacks a class. */
export function verificationMetrics(
  scores: ArrayLike<number>,
  labels: ArrayLike<number | boolean>,
): VerificationMetrics {
  const trials = sortTrials(scores, labels);
  const targets = trials.labels.reduce((sum, label) => sum + label, 0);
  return {
    targets,
    nontargets: scores.length - targets,
    eer: equalErrorRate(trials),
    minDcf: minDcf(trials),
    cllr: cllr(trials),
    minCllr: minCllr(trials),
  };
}
