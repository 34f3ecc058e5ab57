import { seeded } from '@jianzhen/learn';
import { bootstrap, type Interval, wilson } from '../metrics.ts';
import type { PaperOutcome } from './types.ts';

export interface PaperMetrics {
  readonly pages: number;
  /** Edits a true character, over all genuine pages together; null where none has its text told. */
  readonly characterErrorRate: number | null;
  /** Share of key fields of genuine pages that are read exactly. */
  readonly fieldExact: number | null;
  /** Share of planted contradictions that are found under their own code. */
  readonly contradictionRecall: number | null;
  /** Findings above `info` a genuine page. */
  readonly falseFindingsPerPage: number | null;
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

export function paperMetrics(outcomes: readonly PaperOutcome[]): PaperMetrics {
  // A planted value is written as it is read; only untouched pages tell how well the reader reads.
  const whole = outcomes.filter(({ found }) => found === null);
  const texts = whole.flatMap(({ characters }) => characters ?? []);
  const fields = whole.flatMap((outcome) => outcome.fields);
  const planted = outcomes.filter(({ found }) => found !== null);
  const genuine = outcomes.flatMap(({ falseFindings }) => (falseFindings ? [falseFindings] : []));
  return {
    pages: outcomes.length,
    characterErrorRate: ratio(sum(texts.map(({ errors }) => errors)), sum(texts.map(({ count }) => count))),
    fieldExact: ratio(fields.filter(({ exact }) => exact).length, fields.length),
    contradictionRecall: ratio(planted.filter(({ found }) => found).length, planted.length),
    falseFindingsPerPage: ratio(sum(genuine.map((codes) => codes.length)), genuine.length),
  };
}

/**
 * 95% intervals: percentile bootstrap over pages (seeded) for shares of characters and fields, Wilson for the recall and for the
 * share of genuine pages with a false finding. Null where there is nothing to measure.
 */
export function paperIntervals(outcomes: readonly PaperOutcome[], seed = 1): Record<string, Interval | null> {
  const pages = outcomes.map((outcome) => [outcome]);
  const by = (pick: (metrics: PaperMetrics) => number | null) =>
    pick(paperMetrics(outcomes)) === null
      ? null
      : bootstrap(pages, (items) => pick(paperMetrics(items)) ?? Number.NaN, seeded(seed));
  const planted = outcomes.filter(({ found }) => found !== null);
  const genuine = outcomes.filter(({ falseFindings }) => falseFindings !== null);
  return {
    characterErrorRate: by((metrics) => metrics.characterErrorRate),
    fieldExact: by((metrics) => metrics.fieldExact),
    contradictionRecall:
      planted.length === 0 ? null : wilson(planted.filter(({ found }) => found).length, planted.length),
    pagesWithFalseFindings:
      genuine.length === 0
        ? null
        : wilson(genuine.filter(({ falseFindings }) => falseFindings!.length > 0).length, genuine.length),
  };
}

export interface PaperRow extends PaperMetrics {
  /** What the row is of: `kind invoice`, `capture phone`, `field name`, `sort sex`. */
  readonly part: string;
}

/** All, then by kind, by capture, by sort of contradiction; rows where nothing was measured are left out. */
export function paperTable(outcomes: readonly PaperOutcome[]): PaperRow[] {
  const by = (title: string, key: (outcome: PaperOutcome) => string, from: readonly PaperOutcome[]) =>
    [...Map.groupBy(from, key)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, items]) => ({ part: `${title} ${name}`, ...paperMetrics(items) }));
  return [
    { part: 'all', ...paperMetrics(outcomes) },
    ...by('kind', ({ kind }) => kind, outcomes),
    ...by('capture', ({ capture }) => capture, outcomes),
    ...by(
      'sort',
      ({ sort }) => sort,
      outcomes.filter(({ found }) => found !== null),
    ),
  ];
}

export interface FieldRow {
  readonly field: string;
  readonly count: number;
  /** Share read exactly, 0–1, with its Wilson interval at 95%. */
  readonly exact: number;
  readonly interval: Interval;
}

/** Exact values by field, over genuine pages. */
export function fieldTable(outcomes: readonly PaperOutcome[]): FieldRow[] {
  const fields = outcomes.filter(({ found }) => found === null).flatMap((outcome) => outcome.fields);
  return [...Map.groupBy(fields, ({ name }) => name)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([field, items]) => {
      const exact = items.filter((item) => item.exact).length;
      return {
        field,
        count: items.length,
        exact: exact / items.length,
        interval: wilson(exact, items.length),
      };
    });
}
