import { auc, bootstrap, calibrationMetrics, type Interval, tprAtFpr } from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';

/** A link past a judge. */
export interface UrlOutcome {
  /** Higher is more dangerous. */
  readonly score: number;
  readonly label: 0 | 1;
  /** Registrable domain: what an interval is drawn over. */
  readonly group: string;
}

export interface UrlMetrics {
  readonly links: number;
  readonly deceits: number;
  readonly auc: number;
  readonly tprAt1Fpr: number;
}

const RATE = 0.01;
const ROUNDS = 200;
const SEED = 11;

const scoresOf = (outcomes: readonly UrlOutcome[]) => outcomes.map(({ score }) => score);
const labelsOf = (outcomes: readonly UrlOutcome[]) => outcomes.map(({ label }) => label);
const aucOf = (outcomes: readonly UrlOutcome[]) => auc(scoresOf(outcomes), labelsOf(outcomes));
const tprOf = (outcomes: readonly UrlOutcome[]) => tprAtFpr(scoresOf(outcomes), labelsOf(outcomes), RATE);

export const urlMetrics = (outcomes: readonly UrlOutcome[]): UrlMetrics => ({
  links: outcomes.length,
  deceits: outcomes.filter(({ label }) => label).length,
  auc: aucOf(outcomes),
  tprAt1Fpr: tprOf(outcomes),
});

/** 95% intervals by resampling registrable domains. */
export function urlIntervals(outcomes: readonly UrlOutcome[]): { auc: Interval; tprAt1Fpr: Interval } {
  const groups = [...Map.groupBy(outcomes, ({ group }) => group).values()];
  return {
    auc: bootstrap(groups, aucOf, seeded(SEED), ROUNDS),
    tprAt1Fpr: bootstrap(groups, tprOf, seeded(SEED), ROUNDS),
  };
}

/** Calibration error at even odds, which probabilities are told at. */
export function urlCalibrationError(outcomes: readonly UrlOutcome[]): number | null {
  return calibrationMetrics(outcomes.map(({ score, label }) => ({ probability: score, label }))).ece;
}
