import type { Features, TemplateFeature } from './features.ts';

/** Log-odds that two pages are of one template; fitted on the simulator's tuning pages, which share no seed, form or face with those reported. */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -8.84,
  placed: 7.06,
  placedLeast: -0.33,
  jumped: 1.97,
  grown: -10.41,
  labels: 1.36,
  steady: 6.02,
  residual: -7.2,
  weight: 1.48,
  sizes: -7.4,
  stretch: -18.57,
  text: -1.34,
  misplaced: -17.47,
  astray: -1.31,
  rules: 2.3,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
