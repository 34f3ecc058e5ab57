import type { TemplateFingerprint, TemplateMaterial } from '../types.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { align, type PageAlignment } from './align.ts';
import { type Anchors, anchorsOf, pairsOf } from './anchors.ts';
import { probability, TEMPLATE_WEIGHTS } from './calibration.ts';
import { type Features, type TemplateFeature, templateFeatures } from './features.ts';
import { rulesAgree } from './rules.ts';

export type { PageAlignment } from './align.ts';

export interface Verification {
  /** Calibrated probability that both pages come from one template, 0–1. */
  readonly sameTemplate: number;
  /** How the first page lies over the second; null where they have too little in common. */
  readonly alignment: PageAlignment | null;
  /** What was measured; null without an alignment. */
  readonly agreement: Agreement | null;
  readonly features: Features<TemplateFeature> | null;
}

const prepared = new WeakMap<TemplateMaterial, Anchors>();

/** Anchors of a page, made once. */
function anchors(material: TemplateMaterial): Anchors {
  const known = prepared.get(material) ?? anchorsOf(material);
  prepared.set(material, known);
  return known;
}

/** Compares two pages' fixed text and lines. */
export function verifyTemplate(
  { material: first }: TemplateFingerprint,
  { material: second }: TemplateFingerprint,
): Verification {
  const [a, b] = [anchors(first), anchors(second)];
  const pairs = pairsOf(a, b);
  const alignment = align(a, b, pairs);
  if (alignment === null) return { sameTemplate: 0, alignment, agreement: null, features: null };
  const agreement = agreementOf(a, b, pairs, alignment, [first, second]);
  const known = first.rules !== null && second.rules !== null;
  const rules = known ? rulesAgree([first.rules, second.rules], a, b, alignment) : 0;
  const features = templateFeatures(agreement, rules);
  const sameTemplate = support(agreement.text) * probability(TEMPLATE_WEIGHTS, features);
  return { sameTemplate, alignment, agreement, features };
}

/** Shares of common fixed text: below the first nothing is said, from the second on all; tuning pages of one template have 0.55 and more. */
const [LEAST_TEXT, ENOUGH_TEXT] = [0.15, 0.4];

/** A few words that lie well upon each other make no template. */
const support = (text: number): number =>
  Math.min(1, Math.max(0, (text - LEAST_TEXT) / (ENOUGH_TEXT - LEAST_TEXT)));
