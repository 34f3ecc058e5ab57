// Ratios from scores, fitted on voices of validation: the network knows those of training too well, and with them ratios would be too bold.
import type { RatePoint, RatioCalibration } from '@jianzhen/detector-voice';
import { cllr, minCllr, sortTrials } from '@jianzhen/evaluate';
import { fitLogRatio } from '@jianzhen/learn';
import type { CalibrationTrial } from './trials.ts';

const FOLDS = 5;
/** Pull towards a slope of the score alone; keeps few speakers from bending the curve over lengths. */
const RIDGE = 1e-4;
/** Rates at which false alarms are told; only as far as so many trials lie beyond. */
const RATES = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005];
const LEAST_BEYOND = 10;

const featuresOf = ({ score, q }: CalibrationTrial, degree: number): number[] => {
  const powers = Array.from({ length: degree + 1 }, (_, k) => q ** k);
  return [...powers.map((power) => score * power), ...powers];
};

/** Every pair of lengths weighs the same in each class, however many trials it has. */
function weightsOf(trials: readonly CalibrationTrial[]): Float64Array {
  const cell = ({ lengths, label }: CalibrationTrial) => `${lengths} ${label}`;
  const counts = new Map<string, number>();
  for (const trial of trials) counts.set(cell(trial), (counts.get(cell(trial)) ?? 0) + 1);
  return Float64Array.from(trials, (trial) => 1 / counts.get(cell(trial))!);
}

export function fitCalibration(trials: readonly CalibrationTrial[], degree: number): RatioCalibration {
  const fitted = fitLogRatio(
    trials.map((trial) => featuresOf(trial, degree)),
    trials.map(({ label }) => label),
    { ridge: RIDGE, weights: weightsOf(trials) },
  );
  const measures = trials.map(({ q }) => q).sort((a, b) => a - b);
  const round = (value: number) => Number(value.toPrecision(6));
  return {
    slope: fitted.slice(0, degree + 1).map(round),
    offset: fitted.slice(degree + 1).map(round),
    lengths: [round(measures[0]!), round(measures.at(-1)!)],
  };
}

/** The ratio that packages/detectors/voice makes of a score. */
export function ratioOf(
  { slope, offset, lengths }: RatioCalibration,
  { score, q }: CalibrationTrial,
): number {
  const at = Math.min(lengths[1], Math.max(lengths[0], q));
  const polynomial = (coefficients: readonly number[]) =>
    coefficients.reduce((sum, coefficient, k) => sum + coefficient * at ** k, 0);
  return Math.max(0, polynomial(slope)) * score + polynomial(offset);
}

export interface CrossValidated {
  readonly degree: number;
  /** Mean over the pairs of lengths, of trials whose speakers the calibration had not seen. */
  readonly cllr: number;
  /** By pair of lengths: what was paid, and the least that could have been. */
  readonly byLengths: ReadonlyMap<string, { readonly cllr: number; readonly minCllr: number }>;
}

/** Leaves a fifth of the speakers out at a time; trials between a speaker who is left out and one who is not count for neither side. */
export function crossValidate(trials: readonly CalibrationTrial[], degree: number): CrossValidated {
  const speakers = [...new Set(trials.flatMap(({ speakers: both }) => both))].sort();
  // At least two speakers in each, or there would be no pair of different voices.
  const folds = Math.min(FOLDS, speakers.length >> 1);
  const fold = new Map(speakers.map((speaker, i) => [speaker, i % folds]));
  const held: { trial: CalibrationTrial; llr: number }[] = [];
  for (let k = 0; k < folds; k++) {
    const isOut = (speaker: string) => fold.get(speaker) === k;
    const inside = trials.filter(({ speakers: [a, b] }) => !isOut(a) && !isOut(b));
    const calibration = fitCalibration(inside, degree);
    for (const trial of trials)
      if (isOut(trial.speakers[0]) && isOut(trial.speakers[1]))
        held.push({ trial, llr: ratioOf(calibration, trial) });
  }
  const byLengths = new Map(
    [...Map.groupBy(held, ({ trial }) => trial.lengths)].map(([lengths, own]) => {
      const sorted = sortTrials(
        own.map(({ llr }) => llr),
        own.map(({ trial }) => trial.label),
      );
      return [lengths, { cllr: cllr(sorted), minCllr: minCllr(sorted) }];
    }),
  );
  const costs = [...byLengths.values()].map((each) => each.cllr).filter(Number.isFinite);
  return { degree, cllr: costs.reduce((sum, cost) => sum + cost, 0) / costs.length, byLengths };
}

/** How often different voices reach a ratio, over trials of all lengths. */
export function falseAlarms(calibration: RatioCalibration, trials: readonly CalibrationTrial[]): RatePoint[] {
  const others = trials
    .filter(({ label }) => label === 0)
    .map((trial) => ratioOf(calibration, trial))
    .sort((a, b) => a - b);
  const at = (rate: number) => others[Math.floor((1 - rate) * others.length)]!;
  const points = [{ llr: others[0]!, rate: 1 }];
  for (const rate of RATES) {
    const llr = Number(at(rate).toFixed(4));
    if (rate * others.length >= LEAST_BEYOND && llr > points.at(-1)!.llr) points.push({ llr, rate });
  }
  return points;
}
