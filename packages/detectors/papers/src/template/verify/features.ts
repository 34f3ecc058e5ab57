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
  | 'rules'
  | 'homeFirm'
  | 'astrayLabel'
  | 'astrayLong'
  | 'astrayPlain'
  | 'astrayShort'
  | 'beside'
  | 'scatter'
  | 'headingSize'
  | 'bodySize'
  | 'lengths';

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
    rules,
    homeFirm: Math.log1p(agreement.homeFirm),
    astrayLabel: Math.min(4, agreement.astrayLabel),
    astrayLong: Math.min(4, agreement.astrayLong),
    astrayPlain: Math.min(4, agreement.astrayPlain),
    astrayShort: Math.min(4, agreement.astrayShort),
    beside: Math.min(4, agreement.beside),
    scatter: agreement.scatter,
    headingSize: Math.abs(agreement.headingSize),
    bodySize: Math.abs(agreement.bodySize),
    lengths: agreement.lengths,
  };
}
