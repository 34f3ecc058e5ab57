import type { Features, TemplateFeature } from './features.ts';

/** Log-odds that two pages are of one template; fitted on the simulator's tuning pages, which share no seed, form or face with those reported. */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -8.2,
  placed: 4.88,
  placedLeast: 2.2,
  jumped: 2.72,
  grown: -10.99,
  labels: 0.06,
  steady: 5.57,
  residual: -11.34,
  weight: 2.53,
  sizes: -8.61,
  stretch: -9.34,
  text: -6.14,
  misplaced: -11.77,
  rules: 2.78,
  homeFirm: 0,
  astrayLabel: -2.1,
  astrayLong: -1,
  astrayPlain: -1,
  astrayShort: -0.5,
  beside: -0.3,
  scatter: 0,
  headingSize: 0,
  bodySize: 0,
  lengths: 0,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
