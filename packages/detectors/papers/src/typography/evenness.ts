import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import type { Placing } from './placing.ts';
import type { PageProperties, Property } from './properties.ts';
import { mean } from './robust.ts';

const EVEN = ['height', 'stroke', 'contrast'] as const satisfies readonly Property[];
const MOST = 40;

/**
 * How alike the digits of a run are among themselves (`…Inner`: retyped ones are, handwritten and fading ones are not), and how abruptly
 * they differ from the digits that they follow and precede (`…Step`: fading print does not); in what is usual within a number of the page.
 */
export function evennessFeatures(
  number: PrintedNumber,
  from: number,
  to: number,
  properties: PageProperties,
  placing: Placing,
): Record<string, number> {
  const { glyphs, size } = number;
  const features: Record<string, number> = {};
  const inner = (of: (glyph: Glyph) => number, unit: number) => {
    const values = glyphs.slice(from, to).map(of);
    const middle = mean(values);
    return Math.min(MOST, Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) / unit);
  };
  for (const property of EVEN) {
    const of = (glyph: Glyph) => properties.of(glyph)[property];
    const unit = properties.within[property];
    features[`${property}Inner`] = inner(of, unit);
    const steps = [from, to]
      .filter((at) => at > 0 && at < glyphs.length)
      .map((at) => Math.abs(of(glyphs[at]!) - of(glyphs[at - 1]!)) / unit);
    features[`${property}Step`] = steps.length === 0 ? -1 : Math.min(MOST, ...steps);
  }
  const slope = placing.slopeAt(number);
  const foot = ({ bottom, left, right }: Glyph) => (bottom - (slope * (left + right)) / 2) / size;
  features.footInner = inner(foot, placing.baseline);
  return features;
}
