import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { median } from './robust.ts';

/** What digits are compared by; lengths and intensities as logarithms, so that differences are shares. */
export const PROPERTIES = ['height', 'stroke', 'contrast', 'red', 'blue', 'sharpness'] as const;
export type Property = (typeof PROPERTIES)[number];
export type Properties = Record<Property, number>;

/** Least deviation that any page is credited with: what rounding to pixels and levels makes. */
const FLOORS: Properties = {
  height: 0.008,
  stroke: 0.015,
  contrast: 0.012,
  red: 0.008,
  blue: 0.008,
  sharpness: 0.015,
};

const NONE = Object.fromEntries(PROPERTIES.map((property) => [property, 0])) as Properties;

/** Numbers with fewer digits say nothing of how digits scatter within one. */
const LEAST_DIGITS = 3;
/** Digits of a kind after which what sets the kind apart counts half. */
const SHRINKAGE = 4;

function valuesOf(glyph: Glyph): Properties {
  return {
    height: Math.log(glyph.bottom - glyph.top),
    stroke: Math.log(glyph.stroke),
    contrast: Math.log(glyph.contrast),
    red: glyph.red,
    blue: glyph.blue,
    sharpness: Math.log(glyph.sharpness + 0.02),
  };
}

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
  const effects = new Map<string, Partial<Properties>>();
  const doubts = new Map<string, Partial<Properties>>();
  const unseen: Partial<Properties> = {};
  for (const property of PROPERTIES) {
    const rests = Map.groupBy(
      restsOf(together, (glyph) => raw.get(glyph)![property]),
      ([glyph]) => glyph.character.text,
    );
    const sizes = [...rests.values()].map((members) => Math.abs(median(members.map(([, rest]) => rest))));
    const typical = 1.4826 * (median(sizes) || 0);
    unseen[property] = typical;
    for (const [text, members] of rests) {
      doubts.set(text, {
        ...doubts.get(text),
        [property]: (typical * SHRINKAGE) / (members.length + SHRINKAGE),
      });
      const effect =
        (members.length / (members.length + SHRINKAGE)) * median(members.map(([, rest]) => rest));
      effects.set(text, { ...effects.get(text), [property]: effect });
    }
  }
  const corrected = new Map(
    [...raw].map(([glyph, values]) => {
      const effect = effects.get(glyph.character.text) ?? {};
      const own = Object.fromEntries(
        PROPERTIES.map((property) => [property, values[property] - (effect[property] ?? 0)]),
      ) as Properties;
      return [glyph, own];
    }),
  );
  const doubt = (glyph: Glyph) => ({ ...NONE, ...unseen, ...doubts.get(glyph.character.text) });
  const of = (glyph: Glyph) => corrected.get(glyph)!;
  const within = Object.fromEntries(
    PROPERTIES.map((property) => {
      const rests = restsOf(together, (glyph) => of(glyph)[property]).map(([, rest]) => Math.abs(rest));
      return [property, FLOORS[property] + (rests.length === 0 ? 0 : 1.4826 * median(rests))];
    }),
  ) as Properties;
  return { of, doubt, within };
}

/** Each digit's value less the median of its number. */
function restsOf(numbers: readonly PrintedNumber[], value: (glyph: Glyph) => number): [Glyph, number][] {
  return numbers.flatMap(({ glyphs }) => {
    const middle = median(glyphs.map(value));
    return glyphs.map((glyph): [Glyph, number] => [glyph, value(glyph) - middle]);
  });
}
