import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { median } from './robust.ts';
import { shrunk, type Usual, usualOf } from './usual.ts';

/** What digits are compared by; lengths and intensities as logarithms, so that differences are shares. */
export const PROPERTIES = [
  'height',
  'slimness',
  'stroke',
  'modulation',
  'contrast',
  'red',
  'blue',
  'sharpness',
] as const;
export type Property = (typeof PROPERTIES)[number];
export type Properties = Record<Property, number>;

/** Least deviation that any page is credited with: what rounding to pixels and levels makes. */
const FLOORS: Properties = {
  height: 0.008,
  slimness: 0.02,
  stroke: 0.015,
  modulation: 0.03,
  contrast: 0.012,
  red: 0.008,
  blue: 0.008,
  sharpness: 0.015,
};

/** Numbers with fewer digits say nothing of how digits scatter within one. */
const LEAST_DIGITS = 3;
/** Digits of a kind after which what the page shows counts as much as what pages have in the mean. */
const DOUBLING = 4;

export function valuesOf(glyph: Glyph): Properties {
  const height = Math.log(glyph.bottom - glyph.top);
  return {
    height,
    slimness: Math.log(glyph.right - glyph.left) - height,
    stroke: Math.log(glyph.stroke),
    modulation: glyph.modulation,
    contrast: Math.log(glyph.contrast),
    red: glyph.red,
    blue: glyph.blue,
    sharpness: Math.log(glyph.sharpness + 0.02),
  };
}

export const propertiesBy = (of: (property: Property) => number): Properties =>
  Object.fromEntries(PROPERTIES.map((property) => [property, of(property)])) as Properties;

export interface PageProperties {
  /** Values without what sets a digit apart (a 1 is thinner than an 8). */
  of(glyph: Glyph): Properties;
  /** How far the correction for the digit itself may be wrong: much, where the page bears few of them. */
  doubt(glyph: Glyph): Properties;
  /** Robust deviation of digits within their number. */
  readonly within: Properties;
}

/** Measures all digits of a page, and how they scatter where they were printed together. */
export function pageProperties(numbers: readonly PrintedNumber[]): PageProperties {
  const raw = new Map(numbers.flatMap(({ glyphs }) => glyphs.map((glyph) => [glyph, valuesOf(glyph)])));
  const together = numbers.filter(({ glyphs }) => glyphs.length >= LEAST_DIGITS);
  const rests = Map.groupBy(restsOf(together, raw), ({ text }) => text);
  const effects = new Map(
    [...'0123456789'].map((text) => {
      const shown = rests.get(text) ?? [];
      const effect = (property: Property): Usual =>
        shrunk(
          usualOf(text, property),
          median(shown.map(({ rest }) => rest[property])),
          shown.length,
          DOUBLING,
        );
      const own = Object.fromEntries(PROPERTIES.map((property) => [property, effect(property)]));
      return [text, own as Record<Property, Usual>];
    }),
  );
  const effectOf = (glyph: Glyph) => effects.get(glyph.character.text)!;
  const corrected = new Map(
    [...raw].map(([glyph, values]) => [
      glyph,
      propertiesBy((property) => values[property] - effectOf(glyph)[property].mean),
    ]),
  );
  const doubts = new Map(
    [...effects].map(([text, own]) => [text, propertiesBy((property) => own[property].deviation)]),
  );
  const left = restsOf(together, corrected);
  return {
    of: (glyph) => corrected.get(glyph)!,
    doubt: (glyph) => doubts.get(glyph.character.text)!,
    within: propertiesBy(
      (property) =>
        FLOORS[property] +
        (left.length === 0 ? 0 : 1.4826 * median(left.map(({ rest }) => Math.abs(rest[property])))),
    ),
  };
}

/** Each digit's values less the medians of its number. */
function restsOf(numbers: readonly PrintedNumber[], values: ReadonlyMap<Glyph, Properties>) {
  return numbers.flatMap(({ glyphs }) => {
    const middle = propertiesBy((property) => median(glyphs.map((glyph) => values.get(glyph)![property])));
    return glyphs.map((glyph) => ({
      text: glyph.character.text,
      rest: propertiesBy((property) => values.get(glyph)![property] - middle[property]),
    }));
  });
}

/** By how much each digit differs from its number in the median of a page, and how many there are; what `usual.json` is learnt from. */
export function digitEffects(numbers: readonly PrintedNumber[]) {
  const together = numbers.filter(({ glyphs }) => glyphs.length >= LEAST_DIGITS);
  const raw = new Map(together.flatMap(({ glyphs }) => glyphs.map((glyph) => [glyph, valuesOf(glyph)])));
  return [...Map.groupBy(restsOf(together, raw), ({ text }) => text)].map(([text, shown]) => ({
    text,
    count: shown.length,
    effect: propertiesBy((property) => median(shown.map(({ rest }) => rest[property]))),
  }));
}
