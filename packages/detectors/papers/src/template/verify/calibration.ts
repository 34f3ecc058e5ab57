import type { Features, TemplateFeature } from './features.ts';

/**
 * Log-odds that two pages are of one template; fitted by `scripts/fit-templates` on the
 * simulator's tuning pages, which share no seed, form or face with those reported.
 */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -11.09,
  placed: 5.87,
  placedLeast: 0.26,
  jumped: 3.9,
  grown: -14.29,
  labels: 1.39,
  steady: 1.2,
  residual: -2.28,
  weight: 8.08,
  sizes: -3.65,
  stretch: -7.78,
  text: 7.92,
  misplaced: -2.31,
  rules: 3.77,
  homeFirm: -3.43,
  astrayLabel: -2.39,
  astrayLong: -6.66,
  adrift: -3.81,
  astrayOpening: -1.09,
  astrayPlain: -2.16,
  astrayShort: 0.76,
  beside: -0.15,
  scatter: -1.05,
  headingSize: -6.94,
  bodySize: -7.42,
  leading: -0.71,
  leadingMuch: -2.39,
  lone: -7.09,
  lengths: -15.65,
  jumpedRoot: 2.32,
  residualRoot: -2.03,
  sizesRoot: -4.69,
  stretchRoot: -10.16,
  misplacedRoot: -10.13,
  astrayLabelRoot: -1.35,
  astrayOpeningRoot: -4.44,
  astrayPlainRoot: 0.94,
  scatterRoot: 1.25,
  headingSizeRoot: -8.59,
  bodySizeRoot: -20.3,
  lengthsRoot: -10.37,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
