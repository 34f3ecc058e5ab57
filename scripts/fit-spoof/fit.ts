import { type SpoofHead, type SpoofModel, spoofScore, standardised } from '@jianzhen/detector-voice';
import { fitBeta, fitLogRatio } from '@jianzhen/learn';
import type { Recording } from './set.ts';

/** Measured only: its voice was trained on recordings that are licensed for research alone. */
export const NEVER_FITTED = ['piper'];
export const REPLAY = 'replay';

export type Scale = Pick<SpoofModel, 'features' | 'mean' | 'deviation'>;
export type Line = Pick<SpoofHead, 'bias' | 'weights'>;

/** Mean and deviation of every feature, each class weighing as much as the other. */
export function fitScale(recordings: readonly Recording[]): Scale {
  const features = Object.keys(recordings[0]!.features);
  const classes = [true, false].map((real) =>
    recordings.filter(({ family }) => (family === 'genuine') === real),
  );
  const over = (value: (recording: Recording) => number) =>
    classes.reduce(
      (sum, members) => sum + members.reduce((part, one) => part + value(one), 0) / members.length / 2,
      0,
    );
  const mean = features.map((name) => over((one) => one.features[name]!));
  const deviation = features.map((name, i) =>
    Math.max(1e-6, Math.sqrt(over((one) => (one.features[name]! - mean[i]!) ** 2))),
  );
  return { features, mean, deviation };
}

/** Log-ratio of spoofed to genuine; every family of attacks weighs the same, so that the most numerous is not what is learned. */
export function fitLine(recordings: readonly Recording[], scale: Scale, ridge: number): Line {
  const counts = new Map<string, number>();
  for (const { family } of recordings) counts.set(family, (counts.get(family) ?? 0) + 1);
  const fitted = fitLogRatio(
    recordings.map((one) => [...standardised(scale, one.features), 1]),
    recordings.map(({ family }) => family !== 'genuine'),
    { ridge, weights: recordings.map(({ family }) => 1 / counts.get(family)!) },
  );
  return { weights: fitted.slice(0, -1), bias: fitted.at(-1)! };
}

export const score = (scale: Scale, line: Line, recording: Recording): number =>
  spoofScore(line, standardised(scale, recording.features));

/** What a head learns from: genuine recordings of the split and its kind of attacks, but for what is left out. */
export function training(
  recordings: readonly Recording[],
  head: 'synthetic' | 'replay',
  without: (recording: Recording) => boolean = () => false,
): Recording[] {
  return recordings.filter(
    (one) =>
      one.split === 'train' &&
      !NEVER_FITTED.includes(one.family) &&
      (one.family === 'genuine' || ((one.family === REPLAY) === (head === 'replay') && !without(one))),
  );
}

export interface Scored {
  readonly recording: Recording;
  readonly score: number;
  readonly spoofed: boolean;
}

/**
 * Scores of a split by lines that never met the attack that they judge: a line for each group of attacks, fitted without it.
 * Genuine recordings are scored by every line, so they come as often as there are groups.
 */
export function unseenScores(
  recordings: readonly Recording[],
  head: 'synthetic' | 'replay',
  scale: Scale,
  ridge: number,
  split: Recording['split'],
): Map<string, Scored[]> {
  // Synthesisers are left out by family, loudspeakers one by one.
  const group = (one: Recording) => (head === 'replay' ? one.attack : one.family);
  const attacks = recordings.filter(
    ({ family }) => family !== 'genuine' && (family === REPLAY) === (head === 'replay'),
  );
  return new Map(
    [...new Set(attacks.map(group))].map((left) => {
      const line = fitLine(
        training(recordings, head, (one) => group(one) === left),
        scale,
        ridge,
      );
      const judged = recordings.filter(
        (one) =>
          one.split === split &&
          (one.family === 'genuine' || (one.family !== 'genuine' && group(one) === left)),
      );
      return [
        left,
        judged.map((recording) => ({
          recording,
          score: score(scale, line, recording),
          spoofed: recording.family !== 'genuine',
        })),
      ];
    }),
  );
}

/** Calibrated on attacks that the line had not met, since in life they are such; at even odds. */
export function calibrate(unseen: ReadonlyMap<string, readonly Scored[]>): SpoofHead['calibration'] {
  const all = [...unseen.values()].flat();
  const fitted = fitBeta(
    all.map((one) => one.score),
    all.map(({ spoofed }) => (spoofed ? 1 : 0)),
  );
  const spoofed = all.filter((one) => one.spoofed).length;
  return { ...fitted, offset: fitted.offset - Math.log(spoofed / (all.length - spoofed)) };
}
