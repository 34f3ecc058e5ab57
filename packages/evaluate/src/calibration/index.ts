// M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning" (AAAI 2015): the error.
// J. Bröcker, L. A. Smith, "Increasing the Reliability of Reliability Diagrams" (2007): what it is by chance, by consistency resampling.
// G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability" (1950).
import { expectedCalibrationError, seeded } from '@jianzhen/learn';
import { middle95 } from '../metrics.ts';

/** A probability that was told, and what was true. */
export interface Judgement {
  readonly probability: number;
  readonly label: 0 | 1;
}

/** Judgements of about the same probability. */
export interface CalibrationBin {
  readonly judgements: number;
  /** Mean probability told. */
  readonly told: number;
  /** Share that was true. */
  readonly true: number;
}

export interface CalibrationMetrics {
  /** At even odds; of them half are true. */
  readonly judgements: number;
  /** Expected calibration error: mean gap between what was told and what was true, 0–1; null without both classes. */
  readonly ece: number | null;
  /** The same error of probabilities that are right, as many and of the same sizes: its mean and what it stays below 97.5 times in 100. */
  readonly byChance: { readonly mean: number; readonly high: number } | null;
  /** Mean squared distance from the truth: 0.25 of whoever always says one half. */
  readonly brier: number | null;
  readonly bins: readonly CalibrationBin[];
}

const SEED = 11;
const BINS = 10;
const ROUNDS = 500;

/** As many of each class, which probabilities are told at: of the commoner one as many are drawn by chance as there are of the other. */
export function atEvenOdds<T extends { readonly label: 0 | 1 }>(judgements: readonly T[]): T[] {
  const random = seeded(SEED);
  const classes = [0, 1].map((label) => judgements.filter((judgement) => judgement.label === label));
  const least = Math.min(...classes.map(({ length }) => length));
  return classes.flatMap((all) =>
    all
      .map((judgement) => ({ judgement, key: random() }))
      .sort((a, b) => a.key - b.key)
      .slice(0, least)
      .map(({ judgement }) => judgement),
  );
}

/** How far probabilities can be taken at their word, at even odds, whatever odds the set has. */
export function calibrationMetrics(all: readonly Judgement[]): CalibrationMetrics {
  const judgements = atEvenOdds(all);
  if (judgements.length === 0) return { judgements: 0, ece: null, byChance: null, brier: null, bins: [] };
  const told = judgements.map(({ probability }) => probability);
  const labels = judgements.map(({ label }) => label);
  return {
    judgements: judgements.length,
    ece: expectedCalibrationError(told, labels, BINS),
    byChance: errorByChance(told),
    brier:
      judgements.reduce((sum, { probability, label }) => sum + (probability - label) ** 2, 0) / told.length,
    bins: binsOf(judgements),
  };
}

/** Of probabilities that are all right: truths are drawn by them. */
function errorByChance(told: readonly number[]): { mean: number; high: number } {
  const random = seeded(SEED);
  const errors = Array.from({ length: ROUNDS }, () =>
    expectedCalibrationError(
      told,
      told.map((probability) => (random() < probability ? 1 : 0)),
      BINS,
    ),
  );
  return { mean: errors.reduce((sum, error) => sum + error, 0) / ROUNDS, high: middle95(errors).high };
}

function binsOf(judgements: readonly Judgement[]): CalibrationBin[] {
  const order = judgements.toSorted((a, b) => a.probability - b.probability);
  const cut = (bin: number) => Math.floor((bin * order.length) / BINS);
  return Array.from({ length: BINS }, (_, bin) => order.slice(cut(bin), cut(bin + 1)))
    .filter(({ length }) => length > 0)
    .map((members) => {
      const mean = (value: (judgement: Judgement) => number) =>
        members.reduce((sum, member) => sum + value(member), 0) / members.length;
      return {
        judgements: members.length,
        told: mean(({ probability }) => probability),
        true: mean(({ label }) => label),
      };
    });
}
