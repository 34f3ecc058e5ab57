import type { Agreement } from './agreement.ts';

/** What the calibrations look at, by name. */
export type Features<Name extends string> = Readonly<Record<Name, number>>;

export type TemplateFeature =
  | 'bias'
  | 'placed'
  | 'placedLeast'
  | 'jumped'
  | 'grown'
  | 'labels'
  | 'steady'
  | 'residual'
  | 'weight'
  | 'sizes'
  | 'stretch'
  | 'text'
  | 'misplaced'
  | 'astray'
  | 'rules';

/** Features of an agreement; `rules` is −1 to 1, 0 where a page's rules are unknown. */
export function templateFeatures(agreement: Agreement, rules: number): Features<TemplateFeature> {
  const { placed, grown, text } = agreement;
  return {
    bias: 1,
    placed: placed + grown,
    placedLeast: agreement.placedLeast,
    jumped: agreement.jumped,
    grown,
    labels: agreement.labels,
    steady: (placed + grown) / Math.max(0.05, text),
    residual: agreement.residual,
    weight: Math.log1p(agreement.weight),
    sizes: agreement.sizes,
    stretch: Math.min(1, agreement.stretch),
    text,
    misplaced: agreement.misplaced,
    astray: Math.min(3, agreement.astray),
    rules,
  };
}
