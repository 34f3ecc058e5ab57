import { type FeatureName, type Features, featureNames } from './features.ts';
import model from './model.json' with { type: 'json' };

export interface ScoreModel {
  readonly intercept: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
}

export const defaultModel: ScoreModel = model;

/** Logistic regression: how probable it is that a group is of organised people. */
export function probability(features: Features, { intercept, weights }: ScoreModel = defaultModel): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], intercept);
  return 1 / (1 + Math.exp(-sum));
}
