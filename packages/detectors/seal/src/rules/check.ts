import { format, type Reason, type Seal } from '@jianzhen/evidence';
import { CENTRE_WORDS, COLOUR_WORDS, RULE_MESSAGES, SHAPE_WORDS } from './messages.ts';
import { sealSort } from './sort.ts';
import { DEFAULT_TOLERANCES, type RuleTolerances, type SealStandard, STANDARDS } from './standards.ts';

/** What was found, read and measured of a seal. */
export interface RuledSeal
  extends Pick<
    Seal,
    'shape' | 'colour' | 'ellipse' | 'centre' | 'title' | 'titleConfidence' | 'subtitle' | 'taxNumber'
  > {
  /** Width of the rim over the long axis; null where it was not measured. */
  readonly rim: number | null;
  /** Diameter of the star over that of the seal; null without one. */
  readonly star: number | null;
}

export interface RuleOptions {
  /** Pixels per inch of a flat scan; null where unknown, as on any photograph: then only ratios are looked at. */
  readonly dpi: number | null;
  /** False where the page was seen at an angle: then round and elliptical cannot be told apart. */
  readonly flat: boolean;
  readonly tolerances?: RuleTolerances;
  readonly standards?: typeof STANDARDS;
}

/** A broken rule. `custom`: a hint that proves nothing by itself. */
export interface RuleBreach extends Reason {
  readonly force: SealStandard['force'];
}

/** A title read less surely does not decide which rule holds. */
const SURE = 0.6;
const MILLIMETRES = 25.4;
/** An axis more than this share shorter than the other is taken for an ellipse's. */
const ROUND = 0.1;

/** Each rule that the seal breaks, with what was measured and what is allowed. A missing code or number breaks none. */
export function checkRules(seal: RuledSeal, options: RuleOptions): RuleBreach[] {
  const { standards = STANDARDS, tolerances = DEFAULT_TOLERANCES } = options;
  const sort = seal.titleConfidence < SURE ? null : sealSort(seal.title, seal.subtitle);
  if (sort === null) return [];
  const standard = standards[sort];
  const { source, force } = standard;
  const breaches: RuleBreach[] = [];
  const add = (code: keyof typeof RULE_MESSAGES, values: Record<string, string | number>): void => {
    breaches.push({ code, force, message: format(RULE_MESSAGES[code], { source, ...values }) });
  };
  shape(seal, standard, options, tolerances, add);
  if (standard.centre && !standard.centre.includes(seal.centre) && seal.centre !== 'none') {
    const [value, expected] = [CENTRE_WORDS[seal.centre], CENTRE_WORDS[standard.centre[0]!]];
    add(force === 'law' ? 'seal.rule-centre' : 'seal.custom-centre', pair(value, expected));
  }
  if (standard.colour && !standard.colour.includes(seal.colour))
    add('seal.rule-colour', pair(COLOUR_WORDS[seal.colour], COLOUR_WORDS.red));
  share('seal.rule-rim', seal.rim, standard.rim, tolerances.rim, add);
  if (seal.centre === 'star') share('seal.rule-star', seal.star, standard.star, tolerances.star, add);
  if (standard.taxNumber && seal.taxNumber !== null && !/^[0-9A-Z]{15,20}$/.test(seal.taxNumber))
    add('seal.rule-tax-number', { value: seal.taxNumber });
  return breaches;
}

type Add = (code: keyof typeof RULE_MESSAGES, values: Record<string, string | number>) => void;

const pair = (value: { zh: string; en: string }, expected: { zh: string; en: string }) => ({
  value: value.zh,
  valueEn: value.en,
  expected: expected.zh,
  expectedEn: expected.en,
});

function shape(
  { shape: seen, ellipse }: RuledSeal,
  { shape: asked, long, short }: SealStandard,
  { dpi, flat }: RuleOptions,
  tolerances: RuleTolerances,
  add: Add,
): void {
  const [major, minor] = [2 * Math.max(ellipse.rx, ellipse.ry), 2 * Math.min(ellipse.rx, ellipse.ry)];
  const aspect = minor / major;
  const oblong = asked === 'circle' && flat && seen !== 'square' && aspect < 1 - ROUND;
  if (asked && seen !== asked && (flat || seen === 'square' || asked === 'square'))
    add('seal.rule-shape', pair(SHAPE_WORDS[seen], SHAPE_WORDS[asked]));
  else if (oblong) add('seal.rule-shape', pair(SHAPE_WORDS.ellipse, SHAPE_WORDS.circle));
  else if (asked === 'ellipse' && flat && long && short) {
    const [least, most] = [short[0] / long[1], short[1] / long[0]];
    if (beyond(aspect, least, most, tolerances.aspect))
      add('seal.rule-aspect', {
        value: aspect.toFixed(2),
        least: least.toFixed(2),
        most: most.toFixed(2),
        tolerance: Math.round(100 * tolerances.aspect),
      });
  }
  if (dpi === null || !flat) return;
  for (const [pixels, bounds, zh, en] of [
    [major, long, '长轴（直径）', 'long axis (diameter)'],
    [minor, short, '短轴', 'short axis'],
  ] as const) {
    const value = (pixels / dpi) * MILLIMETRES;
    const [least, most] = bounds ?? [0, Number.POSITIVE_INFINITY];
    if (!beyond(value, least, most, tolerances.size)) continue;
    add('seal.rule-size', {
      axis: zh,
      axisEn: en,
      value: value.toFixed(1),
      least,
      most,
      tolerance: Math.round(100 * tolerances.size),
    });
    break;
  }
}

function share(
  code: 'seal.rule-rim' | 'seal.rule-star',
  value: number | null,
  bounds: readonly [number, number] | null,
  tolerance: number,
  add: Add,
): void {
  if (value === null || !bounds || !beyond(value, ...bounds, tolerance)) return;
  const percent = (part: number) => (100 * part).toFixed(1);
  add(code, {
    value: percent(value),
    least: percent(bounds[0]),
    most: percent(bounds[1]),
    tolerance: Math.round(100 * tolerance),
  });
}

const beyond = (value: number, least: number, most: number, tolerance: number): boolean =>
  value < least * (1 - tolerance) || value > most * (1 + tolerance);
