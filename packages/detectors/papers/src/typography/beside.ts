import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import type { Placing } from './placing.ts';
import { type PageProperties, PROPERTIES, type Properties, valuesOf } from './properties.ts';
import { median } from './robust.ts';
import { shrunk, type Usual, usualOf } from './usual.ts';

/** What digits are compared with their line's text by: properties, the base line, the white before and after (in digit heights). */
export const BESIDES = [...PROPERTIES, 'foot', 'before', 'after'] as const;
export type Beside = (typeof BESIDES)[number];
type Measures = Record<Beside, number>;

/** How runs of digits differ from the letters and Chinese characters of their line, in what is usual; NaN where those do not tell. */
export type Besides = (number: PrintedNumber, from: number, to: number, doubt: Properties) => Measures;

/** Numbers with text after which what the page shows counts as much as what pages have in the mean. */
const DOUBLING = 2;
/** White wider than this many digit heights is no space between words; glyphs overlap by less than this. */
const WIDE = 1.2;
const OVERLAP = 0.35;
const MOST = 40;

const CAPITAL = /^[A-Z]$/;
const HANGING = /^[gjpqyQJ]$/;

const measures = (of: (measure: Beside) => number) =>
  Object.fromEntries(BESIDES.map((measure) => [measure, of(measure)])) as Measures;

/** A line's text as a number is compared with it. */
interface Text {
  readonly script: string;
  readonly values: Properties;
  readonly foot: number;
  readonly glyphs: readonly Glyph[];
}

function textOf({ text }: PrintedNumber, slope: number): Text | null {
  if (!text) return null;
  const { script } = text;
  const whole = text.glyphs.filter(({ touching }) => !touching);
  const tall = script === 'han' ? whole : whole.filter(({ character }) => CAPITAL.test(character.text));
  const middle = (glyphs: readonly Glyph[]) => {
    const values = glyphs.map(valuesOf);
    return (property: keyof Properties) => median(values.map((value) => value[property]));
  };
  const [ofAll, ofTall, ofWhole] = [middle(text.glyphs), middle(tall), middle(whole)];
  const values = Object.fromEntries(
    PROPERTIES.map((property) => {
      const isOfBox = property === 'height' || property === 'slimness';
      const isOfOutline = property === 'stroke' || property === 'modulation';
      return [property, (isOfBox ? ofTall : isOfOutline ? ofWhole : ofAll)(property)];
    }),
  ) as Properties;
  const standing = whole.filter(({ character }) => !HANGING.test(character.text));
  return { script, values, foot: median(standing.map((glyph) => foot(glyph, slope))), glyphs: whole };
}

const foot = ({ bottom, left, right }: Glyph, slope: number) => bottom - (slope * (left + right)) / 2;

function differences(
  number: PrintedNumber,
  from: number,
  to: number,
  text: Text,
  properties: PageProperties,
  slope: number,
): Measures {
  const glyphs = number.glyphs.slice(from, to);
  const gap = (between: (glyph: Glyph) => number, reaches: boolean) => {
    const gaps = reaches ? text.glyphs.map((glyph) => between(glyph) / number.size) : [];
    const near = gaps.filter((width) => width > -OVERLAP && width < WIDE);
    return near.length === 0 ? Number.NaN : Math.min(...near);
  };
  const [first, last] = [glyphs[0]!, glyphs.at(-1)!];
  const others = {
    foot: (median(glyphs.map((glyph) => foot(glyph, slope))) - text.foot) / number.size,
    before: gap(({ right }) => first.left - right, from === 0),
    after: gap(({ left }) => left - last.right, to === number.glyphs.length),
  };
  const own = glyphs.map((glyph) => properties.of(glyph));
  return measures((measure) =>
    measure in others
      ? others[measure as keyof typeof others]
      : median(own.map((value) => value[measure as keyof Properties])) -
        text.values[measure as keyof Properties],
  );
}

/** Differences of whole numbers from the text beside them, by script; what `usual.json` is learnt from too. */
export function differencesOf(
  numbers: readonly PrintedNumber[],
  properties: PageProperties,
  placing: Placing,
) {
  return numbers.flatMap((number) => {
    const slope = placing.slopeAt(number);
    const text = textOf(number, slope);
    if (!text) return [];
    const found = differences(number, 0, number.glyphs.length, text, properties, slope);
    return [{ number, text, slope, found }];
  });
}

export function besidesOf(
  numbers: readonly PrintedNumber[],
  properties: PageProperties,
  placing: Placing,
): Besides {
  const all = new Map(differencesOf(numbers, properties, placing).map((entry) => [entry.number, entry]));
  const expected = new Map<PrintedNumber, Record<Beside, Usual>>();
  /** Judged by the page's other numbers. */
  const expectedOf = (number: PrintedNumber, script: string) => {
    const others = [...all.values()].filter(
      (other) => other.number !== number && other.text.script === script,
    );
    return Object.fromEntries(
      BESIDES.map((measure) => {
        const shown = others.map(({ found }) => found[measure]).filter(Number.isFinite);
        const middle = median(shown);
        const own = shrunk(usualOf(script, measure), middle, shown.length, DOUBLING);
        const strays = 1.4826 * (median(shown.map((value) => Math.abs(value - middle))) || 0);
        const usual = usualOf(script, `${measure} within`).mean;
        const stray = (shown.length * strays + 2 * DOUBLING * usual) / (shown.length + 2 * DOUBLING);
        return [measure, { mean: own.mean, deviation: Math.hypot(own.deviation, stray, 1e-3) }];
      }),
    ) as Record<Beside, Usual>;
  };
  return (number, from, to, doubt) => {
    const entry = all.get(number);
    if (!entry) return measures(() => Number.NaN);
    const { text, slope } = entry;
    const usual = expected.get(number) ?? expectedOf(number, text.script);
    expected.set(number, usual);
    const found = differences(number, from, to, text, properties, slope);
    return measures((measure) => {
      const more = measure in doubt ? doubt[measure as keyof Properties] : 0;
      const away = (found[measure] - usual[measure].mean) / Math.hypot(usual[measure].deviation, more);
      return Math.max(-MOST, Math.min(MOST, away));
    });
  };
}
