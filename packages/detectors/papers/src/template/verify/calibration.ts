import type { Features, TemplateFeature } from './features.ts';

/**
 * Log-odds that two pages are of one template; fitted by `scripts/fit-templates` on the
 * simulator's tuning pages, which share no seed, form or face with those reported.
 */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -8.71,
  placed: 4.74,
  placedLeast: -1.24,
  jumped: 5.32,
  grown: -14.19,
  labels: -1.35,
  steady: 1.17,
  residual: -2.07,
  weight: 6.2,
  sizes: -5.79,
  stretch: -9.72,
  text: 10.25,
  misplaced: 0.58,
  rules: 4.94,
  homeFirm: -1.24,
  astrayLabel: -2.81,
  astrayLong: -6.02,
  adrift: -3.71,
  astrayOpening: 0.88,
  astrayPlain: -3.43,
  astrayShort: 0.77,
  beside: 1.31,
  scatter: -4.8,
  headingSize: -9.74,
  bodySize: -7.01,
  leading: -4.96,
  leadingMuch: -7.9,
  lone: -5.42,
  lengths: -13.75,
  jumpedRoot: -1.84,
  residualRoot: -1.18,
  sizesRoot: -8.12,
  stretchRoot: -8.83,
  misplacedRoot: -10.08,
  astrayLabelRoot: -0.39,
  astrayOpeningRoot: -5.65,
  astrayPlainRoot: 1.4,
  scatterRoot: -4.25,
  headingSizeRoot: -6,
  bodySizeRoot: -18.84,
  lengthsRoot: -5.32,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
