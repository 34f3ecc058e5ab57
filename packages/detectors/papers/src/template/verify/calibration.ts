import type { Features, TemplateFeature } from './features.ts';

/**
 * Log-odds that two pages are of one template; fitted by `scripts/fit-templates` on the
 * simulator's tuning pages, which share no seed, form or face with those reported.
 */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -9.33,
  placed: 0.41,
  placedLeast: -1.01,
  jumped: 2.98,
  grown: -15.07,
  labels: 10.04,
  steady: 0.9,
  residual: -5.95,
  weight: 7.78,
  sizes: -3.09,
  stretch: -5.31,
  text: 0.38,
  misplaced: -2.65,
  rules: 4.5,
  homeFirm: -4.05,
  astrayLabel: -2.38,
  astrayLong: -3.31,
  adrift: -6.8,
  astrayOpening: -1.14,
  astrayPlain: 0.08,
  astrayShort: -1.63,
  beside: 1.07,
  scatter: -3.23,
  headingSize: -7.08,
  bodySize: -3.22,
  lengths: -12.91,
  jumpedRoot: 1.26,
  residualRoot: -6.41,
  sizesRoot: -4.61,
  stretchRoot: -6.66,
  misplacedRoot: -5.4,
  astrayLabelRoot: -2.3,
  astrayOpeningRoot: -1.09,
  astrayPlainRoot: -2.03,
  scatterRoot: 0.52,
  headingSizeRoot: 2.08,
  bodySizeRoot: -8.19,
  lengthsRoot: -7.71,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
