import { layoutOf, type Word } from '../layout/index.ts';
import type { PageContext } from '../signal.ts';
import { FLOORS, WORD_FEATURES, type WordFeature } from './features.ts';
import { measureWord, type WordMeasure } from './measure.ts';
import { median, regressionResiduals, spread } from './robust.ts';

/** A word against the page's other words. */
export interface JudgedWord {
  readonly word: Word;
  readonly measure: WordMeasure;
  /** Each feature less what the page's words of that stroke width, height, contrast and density have. */
  readonly difference: Record<WordFeature, number>;
  /** The same in robust standard deviations of the page; 0 where it could not be measured. */
  readonly z: Record<WordFeature, number>;
  readonly context: WordContext;
}

/** What a deviation's meaning depends on. */
export interface WordContext {
  /** log ink pixels. */
  readonly ink: number;
  /** Contrast over the page's median. */
  readonly contrast: number;
  /** log height and log stroke width less the page's medians. */
  readonly height: number;
  readonly stroke: number;
  /** log words on the page. */
  readonly words: number;
}

/** Fewer words are no population to be out of line with. */
export const LEAST_WORDS = 8;
const LEAST_INK = 25;
const LEAST_CONTRAST = 10;

/** What is not to be compared at equal contrast, since contrast is what they make. */
const INK_FEATURES: ReadonlySet<WordFeature> = new Set(['ink', 'core', 'contrast', 'inkBlue', 'inkRed']);

const cache = new WeakMap<PageContext, readonly JudgedWord[]>();

/** The page's words that look like text, judged against each other; empty where there are fewer than LEAST_WORDS. */
export function judgedWords(page: PageContext): readonly JudgedWord[] {
  const known = cache.get(page);
  if (known) return known;
  const words = judge(page);
  cache.set(page, words);
  return words;
}

function judge(page: PageContext): JudgedWord[] {
  if (page.luma.width < 16 || page.luma.height < 16) return [];
  const measured = layoutOf(page).words.map((word) => ({ word, measure: measureWord(page, word) }));
  const typicalContrast = median(measured.map(({ measure }) => measure.contrast));
  const typicalHeight = median(measured.map(({ word }) => word.region.height));
  const kept = measured.filter(({ word, measure }) => {
    const height = word.region.height / typicalHeight;
    return (
      word.inkPixels > LEAST_INK &&
      word.strokeWidth > 0 &&
      measure.contrast > Math.max(LEAST_CONTRAST, 0.4 * typicalContrast) &&
      height > 0.4 &&
      height < 4
    );
  });
  if (kept.length < LEAST_WORDS) return [];
  const covariates = kept.map(({ word, measure }) => [
    Math.log(word.strokeWidth + 0.3),
    Math.log(word.region.height),
    measure.contrast / 50,
    density(word),
  ]);
  const design = standardisedDesign(covariates);
  const withoutContrast = standardisedDesign(
    covariates.map(([stroke, height, , dense]) => [stroke!, height!, 0, dense!]),
  );
  const ink = kept.map(({ word }) => Math.log(word.inkPixels));
  const results = kept.map(() => ({
    difference: {} as Record<WordFeature, number>,
    z: {} as Record<WordFeature, number>,
  }));
  for (const name of WORD_FEATURES) {
    const values = Float64Array.from(kept, ({ measure }) => measure[name]);
    const centre = median(values);
    const filled = values.map((v) => (Number.isFinite(v) ? v : Number.isFinite(centre) ? centre : 0));
    const rest = INK_FEATURES.has(name)
      ? regressionResiduals(withoutContrast, 5, filled)
      : regressionResiduals(design, 5, filled);
    const middle = median(rest);
    for (let i = 0; i < rest.length; i++) rest[i]! -= middle;
    const scale = scales(rest, ink, FLOORS[name]);
    results.forEach((result, i) => {
      const measured = Number.isFinite(values[i]!);
      result.difference[name] = measured ? rest[i]! : 0;
      result.z[name] = measured ? rest[i]! / scale[i]! : 0;
    });
  }
  const heights = median(covariates.map((row) => row[1]!));
  const strokes = median(covariates.map((row) => row[0]!));
  const contrasts = median(kept.map(({ measure }) => measure.contrast));
  return kept.map(({ word, measure }, i) => ({
    word,
    measure,
    ...results[i]!,
    context: {
      ink: ink[i]!,
      contrast: measure.contrast / contrasts,
      height: covariates[i]![1]! - heights,
      stroke: covariates[i]![0]! - strokes,
      words: Math.log(kept.length),
    },
  }));
}

const density = ({ inkPixels, region }: Word): number => inkPixels / (region.width * region.height);

/** Rows of 1 and the covariates brought to mean 0 and deviation about 1. */
function standardisedDesign(covariates: readonly (readonly number[])[]): Float64Array {
  const n = covariates.length;
  const design = new Float64Array(n * 5).fill(1);
  for (let c = 0; c < 4; c++) {
    const column = covariates.map((row) => row[c]!);
    const mean = column.reduce((a, b) => a + b, 0) / n;
    const deviation = Math.sqrt(column.reduce((a, b) => a + (b - mean) ** 2, 0) / n) + 0.05;
    for (let i = 0; i < n; i++) design[i * 5 + c + 1] = (column[i]! - mean) / deviation;
  }
  return design;
}

/** Robust deviation of each word's residual; words of little ink scatter more, by a power that the page itself shows. */
function scales(rest: Float64Array, ink: readonly number[], floor: number): Float64Array {
  const common = spread(rest) + floor;
  const n = rest.length;
  const mean = ink.reduce((a, b) => a + b, 0) / n;
  const deviation = Math.sqrt(ink.reduce((a, b) => a + (b - mean) ** 2, 0) / n) + 0.1;
  let sizes = 0;
  let product = 0;
  let square = 0;
  for (let i = 0; i < n; i++) {
    const size = Math.min(4, Math.abs(rest[i]!) / common);
    const x = (ink[i]! - mean) / deviation;
    sizes += size / n;
    product += (size * x) / n;
    square += (x * x) / n;
  }
  const slope = Math.max(-0.6, Math.min(0.6, product / (square + 0.1) / Math.max(0.3, sizes)));
  return Float64Array.from(ink, (value) => {
    const x = (value - mean) / deviation;
    return common * Math.exp(Math.max(-1, Math.min(1, slope * x)));
  });
}
