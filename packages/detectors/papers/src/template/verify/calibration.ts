import type { Features, TemplateFeature } from './features.ts';

/** Log-odds that two pages are of one template; fitted on the simulator's tuning pages, which share no seed, form or face with those reported. */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -7.66,
  placed: 1.79,
  placedLeast: 3.56,
  jumped: 3.86,
  grown: -2.73,
  labels: 2.84,
  steady: 2.52,
  residual: -4.49,
  weight: 2.66,
  sizes: -4.75,
  stretch: -4.24,
  text: -5.71,
  misplaced: -13.46,
  rules: 0,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
