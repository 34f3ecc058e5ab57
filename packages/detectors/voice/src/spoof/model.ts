import { type Calibration, calibrated } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import type { Named } from './statistics.ts';

/** A logistic regression on standardised features. */
export interface SpoofHead {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly calibration: Calibration;
  /** Pull of the weights towards 0 that it was fitted with; chosen on validation speakers. */
  readonly ridge: number;
}

/** models/voice/spoof.json; scripts/fit-spoof makes it. */
export interface SpoofModel {
  readonly version: '1';
  /** Names of the inputs in order, with mean and deviation over training recordings. */
  readonly features: readonly string[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly synthetic: SpoofHead;
  readonly replay: SpoofHead;
  /** Probability from which at most one genuine validation recording in a hundred is advised against. */
  readonly threshold: number;
}

/**
 * Opens the text of models/voice/spoof.json.
 * @throws CodedError `voice.spoof-model-unreadable`
 */
export function openSpoofModel(text: string): SpoofModel {
  try {
    const model = JSON.parse(text) as SpoofModel;
    if (model.version !== '1') throw new Error(`version ${model.version}`);
    const lengths = [model.mean, model.deviation, model.synthetic.weights, model.replay.weights];
    if (!lengths.every(({ length }) => length === model.features.length)) throw new Error('lengths differ');
    return model;
  } catch (cause) {
    throw errors('voice.spoof-model-unreadable', { detail: (cause as Error).message }, { cause });
  }
}

/** Features beyond so many deviations say no more than that: nothing like them was seen in training. */
const MOST = 4;

/** Each feature in deviations from training's mean. */
export const standardised = (
  model: Pick<SpoofModel, 'features' | 'mean' | 'deviation'>,
  named: Named,
): number[] =>
  model.features.map((name, i) => {
    const value = ((named[name] ?? model.mean[i]!) - model.mean[i]!) / model.deviation[i]!;
    return Math.min(MOST, Math.max(-MOST, value));
  });

export const spoofScore = (
  { bias, weights }: Pick<SpoofHead, 'bias' | 'weights'>,
  row: readonly number[],
): number => row.reduce((sum, value, i) => sum + weights[i]! * value, bias);

export const headProbability = (head: SpoofHead, row: readonly number[]): number =>
  calibrated(head.calibration, spoofScore(head, row));
