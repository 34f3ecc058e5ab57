import type { Features, TemplateFeature } from './features.ts';

/**
 * Log-odds that two pages are of one template; fitted by `scripts/fit-templates` on the
 * simulator's tuning pages, which share no seed, form or face with those reported.
 */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -8.19,
  placed: 2.1,
  placedLeast: 1.19,
  jumped: -2.08,
  grown: -9.35,
  labels: 4.44,
  steady: 2.87,
  residual: -8.71,
  weight: 5.86,
  sizes: -7.49,
  stretch: -10.95,
  text: -5.21,
  misplaced: -4.31,
  rules: 2.81,
  homeFirm: -3.43,
  astrayLabel: -1.26,
  astrayLong: -1.55,
  astrayPlain: 0.02,
  astrayShort: -0.75,
  beside: 0.79,
  scatter: -4.72,
  headingSize: -8.34,
  bodySize: -5.71,
  lengths: -12.66,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
