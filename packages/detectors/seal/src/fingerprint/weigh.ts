import { type Calibration, calibrated, type Ensemble, logOdds } from '@jianzhen/evidence';
import type { TemplateFeatures } from '../template/compare.ts';
import type { ImprintFeatures } from './imprint.ts';
import fitted from './model.json' with { type: 'json' };

/** Log-odds of a pair and how they become a probability; fitted by scripts/fit-seal-judge on seals that no reported figure comes from. */
export interface PairModel {
  readonly trees: Ensemble;
  readonly calibration: Calibration;
}

export const pairModels: { readonly imprint: PairModel; readonly template: PairModel } = fitted;

const probability = ({ trees, calibration }: PairModel, features: Readonly<Record<string, number>>): number =>
  calibrated(calibration, logOdds(trees, features));

/** Calibrated probability that two seals are of one die or one picture, at even odds of the pairs that a search brings together. */
export const sameImprintProbability = (features: ImprintFeatures): number =>
  probability(pairModels.imprint, { ...features });

export const sameTemplateProbability = (features: TemplateFeatures): number =>
  probability(pairModels.template, features);
