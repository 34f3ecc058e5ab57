import type { Message, Severity } from '@jianzhen/evidence';
import { type Candidate, CELL, type CellMap, type PageContext, type SignalResult } from '../signal.ts';
import type { WordFeature } from './features.ts';
import { isFlawless } from './flawless.ts';
import { type LikelihoodModel, logLikelihoodRatio, logNumberOfFalseAlarms } from './likelihood.ts';
import { type JudgedWord, judgedWords } from './words.ts';

/** What a signal on words is made of. */
export interface WordSignal {
  readonly code: string;
  readonly model: LikelihoodModel;
  /** The feature that speaks for the others in messages and in the statistics `above` and `below`. */
  readonly lead: WordFeature;
  /** Deviations that the fusion gets as layers. */
  readonly layers: readonly WordFeature[];
  /** What to say of a word that stands out. */
  describe(word: JudgedWord): { message: Message; values: Record<string, number> };
}

/**
 * `worst`, `second`: highest log-likelihood ratio of a word, and of a word on another line; `margin`: between the two;
 * `top`: mean of the three highest; `evidence`: −log10 of the number of false alarms; `area`: page share of words with
 * a ratio over 3; `above`, `below`: the lead feature's largest deviations either way; `words`: log of words compared.
 */
export const WORD_STATISTICS = [
  'worst',
  'second',
  'margin',
  'top',
  'evidence',
  'area',
  'above',
  'below',
  'words',
] as const;

const SUSPICIOUS = 3;
const MOST_CANDIDATES = 3;
/** Ratios are kept within ±LIMIT: one word is never more than strong evidence. */
const LIMIT = 12;

export function runWordSignal(signal: WordSignal, page: PageContext): SignalResult {
  const words = isFlawless(page) ? [] : judgedWords(page);
  const scored = words
    .map((word) => ({ word, ratio: bounded(logLikelihoodRatio(signal.model, word.z, { ...word.context })) }))
    .sort((a, b) => b.ratio - a.ratio);
  return {
    map: cellsOfWords(scored, page, Number.NaN, ({ ratio }) => ratio),
    layers: Object.fromEntries(
      signal.layers.map((name) => [name, cellsOfWords(scored, page, 0, ({ word }) => word.z[name]).data]),
    ),
    statistics: statisticsOf(signal, scored, page),
    candidates: candidatesOf(signal, scored),
  };
}

interface Scored {
  readonly word: JudgedWord;
  readonly ratio: number;
}

const bounded = (ratio: number) => Math.max(-LIMIT, Math.min(LIMIT, ratio));

function statisticsOf(
  { model, lead }: WordSignal,
  scored: readonly Scored[],
  page: PageContext,
): Record<string, number> {
  const first = scored[0];
  if (!first) return Object.fromEntries(WORD_STATISTICS.map((name) => [name, 0]));
  const second = scored.find(({ word }) => word.word.line !== first.word.word.line) ?? first;
  const top = scored.slice(0, 3);
  const suspicious = scored.filter(({ ratio }) => ratio > SUSPICIOUS);
  const pixels = suspicious.reduce(
    (sum, { word: { word } }) => sum + word.region.width * word.region.height,
    0,
  );
  const deviations = scored.map(({ word }) => word.z[lead]);
  return {
    worst: first.ratio,
    second: second.ratio,
    margin: first.ratio - second.ratio,
    top: top.reduce((sum, { ratio }) => sum + ratio, 0) / top.length,
    evidence: -logNumberOfFalseAlarms(model, first.ratio, scored.length),
    area: pixels / (page.luma.width * page.luma.height),
    above: Math.max(...deviations),
    below: -Math.min(...deviations),
    words: Math.log(scored.length),
  };
}

/** A value of each word on the cells under it, the more suspicious word's where two meet. */
function cellsOfWords(
  scored: readonly Scored[],
  page: PageContext,
  blank: number,
  value: (scored: Scored) => number,
): CellMap {
  const columns = Math.ceil(page.luma.width / CELL);
  const rows = Math.ceil(page.luma.height / CELL);
  const data = new Float32Array(columns * rows).fill(blank);
  for (let k = scored.length - 1; k >= 0; k--) {
    const { x, y, width, height } = scored[k]!.word.word.region;
    const right = Math.ceil((x + width) / CELL);
    const bottom = Math.ceil((y + height) / CELL);
    const here = value(scored[k]!);
    for (let row = Math.floor(y / CELL); row < bottom; row++) {
      data.fill(here, row * columns + Math.floor(x / CELL), row * columns + right);
    }
  }
  return { columns, rows, data };
}

function candidatesOf(signal: WordSignal, scored: readonly Scored[]): Candidate[] {
  return scored.slice(0, MOST_CANDIDATES).flatMap(({ word, ratio }): Candidate[] => {
    const logNfa = logNumberOfFalseAlarms(signal.model, ratio, scored.length);
    if (ratio < SUSPICIOUS) return [];
    const { message, values } = signal.describe(word);
    return [
      { code: signal.code, severity: severityOf(logNfa), region: word.word.region, message, logNfa, values },
    ];
  });
}

/** Fewer than one false alarm in ten pages is worth a person's look; one in a hundred, a closer one. */
export function severityOf(logNfa: number): Severity {
  return logNfa < -2 ? 'high' : logNfa < -1 ? 'medium' : 'low';
}
