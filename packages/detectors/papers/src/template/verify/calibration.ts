import type { Features, TemplateFeature } from './features.ts';

/**
 * Log-odds that two pages are of one template; fitted by `scripts/fit-templates` on the
 * simulator's tuning pages, which share no seed, form or face with those reported.
 */
export const TEMPLATE_WEIGHTS: Features<TemplateFeature> = {
  bias: -12.02,
  placed: -0.9,
  placedLeast: -1.86,
  jumped: 14.52,
  grown: -15.16,
  labels: 6.6,
  steady: 0.9,
  residual: -6.11,
  weight: 10.67,
  sizes: -5.12,
  stretch: -9.6,
  text: 8.08,
  misplaced: -2.44,
  rules: 4.88,
  homeFirm: -5.46,
  astrayLabel: -2.18,
  astrayLong: -6.82,
  adrift: -9.62,
  astrayOpening: -0.89,
  astrayPlain: -1,
  astrayShort: -2.28,
  beside: 1.04,
  scatter: -5.97,
  headingSize: -20.48,
  bodySize: -9.37,
  lengths: -18.7,
  jumpedRoot: -1.2,
  residualRoot: -5.66,
  sizesRoot: -7.82,
  stretchRoot: -9.6,
  misplacedRoot: -12.78,
  astrayLabelRoot: -2.16,
  astrayOpeningRoot: -4.65,
  astrayPlainRoot: -2.04,
  scatterRoot: 0.71,
  headingSizeRoot: 5.66,
  bodySizeRoot: -23.83,
  lengthsRoot: -5.45,
};

/** Probability of weighted features. */
export function probability<Name extends string>(weights: Features<Name>, features: Features<Name>): number {
  let logit = 0;
  for (const name of Object.keys(weights) as Name[]) logit += weights[name] * features[name];
  return 1 / (1 + Math.exp(-logit));
}
