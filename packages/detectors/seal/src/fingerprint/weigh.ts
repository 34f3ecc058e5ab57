import { type Calibration, calibrated, type Ensemble, logOdds } from '@jianzhen/evidence';
import type { TemplateFeatures } from '../template/compare.ts';
import type { ImprintFeatures } from './imprint.ts';
import fitted from './model.json' with { type: 'json' };
import type { Differing } from './words.ts';

/** Log-odds of a pair and how they become a probability; fitted by scripts/fit-seal-judge on seals that no reported figure comes from. */
export interface PairModel {
  readonly trees: Ensemble;
  readonly calibration: Calibration;
}

/** How what the network says becomes log-odds, and what words that differ take off them. */
export interface Weights {
  readonly network: number;
  readonly offset: number;
  /** Log-likelihood ratios of words that differ, by how surely. */
  readonly otherWords: Readonly<Record<Differing, number>>;
}

interface Fitted {
  readonly imprint: PairModel & { readonly weights: Weights };
  readonly template: PairModel;
}

export const pairModels: Fitted = fitted;

/** Below this probability by the trees alone two seals are told apart, and the network is not asked: most of what a search brings up. */
export const ASKED_FROM = 0.02;

/** Log-odds by the trees that two seals are of one die or one picture. */
export const imprintLogOdds = (features: ImprintFeatures): number =>
  logOdds(pairModels.imprint.trees, { ...features });

/** Calibrated probability by the trees alone. */
export const sameImprintByTrees = (score: number): number =>
  calibrated(pairModels.imprint.calibration, score);

/** Calibrated probability by the network, at even odds of the pairs that it is asked of. */
export function sameImprintProbability(said: number): number {
  const { network, offset } = pairModels.imprint.weights;
  return 1 / (1 + Math.exp(-(network * said + offset)));
}

/** What is left of a probability that two seals are of one imprint where their words differ. */
export function underOtherWords(probability: number, differing: Differing): number {
  const odds = Math.exp(pairModels.imprint.weights.otherWords[differing]) * probability;
  return odds / (odds + 1 - probability);
}

export const sameTemplateProbability = (features: TemplateFeatures): number =>
  calibrated(pairModels.template.calibration, logOdds(pairModels.template.trees, { ...features }));
