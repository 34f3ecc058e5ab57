import type { Agreement } from './agreement.ts';

/** What the calibrations look at, by name. */
export type Features<Name extends string> = Readonly<Record<Name, number>>;

type Measure =
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
  | 'adrift'
  | 'astrayOpening'
  | 'astrayPlain'
  | 'astrayShort'
  | 'beside'
  | 'scatter'
  | 'headingSize'
  | 'bodySize'
  | 'leading'
  | 'leadingMuch'
  | 'lone'
  | 'lengths';

/** Measures near 0 where pages are of one template: their roots tell a little from nothing, they themselves much from a little. */
const ROOTED = [
  'jumped',
  'residual',
  'sizes',
  'stretch',
  'misplaced',
  'astrayLabel',
  'astrayOpening',
  'astrayPlain',
  'scatter',
  'headingSize',
  'bodySize',
  'lengths',
] as const satisfies readonly Measure[];

/** Log of the ratio by which a page photographed askew by some 20° is shortened: lines that are closer still were set so. */
const ASKEW = 0.06;

export type TemplateFeature = Measure | `${(typeof ROOTED)[number]}Root`;

/** Features of an agreement; `rules` is −1 to 1, 0 where a page's rules are unknown. */
export function templateFeatures(agreement: Agreement, rules: number): Features<TemplateFeature> {
  const measures = measured(agreement, rules);
  const roots = ROOTED.map((name) => [`${name}Root`, Math.sqrt(measures[name])] as const);
  return { ...measures, ...(Object.fromEntries(roots) as Features<Exclude<TemplateFeature, Measure>>) };
}

function measured(agreement: Agreement, rules: number): Features<Measure> {
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
    astrayLong: Math.min(1, agreement.astrayLong),
    adrift: Math.min(1, agreement.adrift),
    astrayOpening: Math.min(4, agreement.astrayOpening),
    astrayPlain: Math.min(4, agreement.astrayPlain),
    astrayShort: Math.min(4, agreement.astrayShort),
    beside: Math.min(4, agreement.beside),
    scatter: agreement.scatter,
    headingSize: Math.abs(agreement.headingSize),
    bodySize: Math.abs(agreement.bodySize),
    leading: Math.abs(agreement.leading),
    leadingMuch: Math.max(0, Math.abs(agreement.leading) - ASKEW),
    lone: Math.min(3, agreement.lone),
    lengths: agreement.lengths,
  };
}
