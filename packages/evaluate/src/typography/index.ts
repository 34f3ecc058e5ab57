import { auc, type Interval, wilson } from '../metrics.ts';

/** What was said of one page on which figures were retyped, or of its genuine twin. */
export interface TypographyOutcome {
  readonly label: 0 | 1;
  /** Calibrated probability of the page, 0–1; any score that rises with suspicion will do for the rates at a fixed false-alarm rate. */
  readonly probability: number;
  /** Whether it got a finding. */
  readonly shown: boolean;
  /** Whether a finding's region touches a retyped run; null on genuine pages. */
  readonly hit: boolean | null;
  readonly set: string;
  readonly capture: string;
  /** By what the figures differ; empty on genuine pages. */
  readonly deviation: string;
}

export interface TypographyRow {
  readonly subset: string;
  readonly retyped: number;
  readonly genuine: number;
  readonly auc: number;
  /** Share of retyped pages above the threshold that 2% of all the set's genuine pages pass; 95% Wilson interval. */
  readonly tprAt2Fpr: number;
  readonly interval: Interval;
  /** Shares of retyped and of genuine pages with a finding, and of retyped ones with one on the spot. */
  readonly shown: number;
  readonly shownFalsely: number;
  readonly located: number;
}

const RATE = 0.02;

/** All pages; then by set, capture and deviation. One threshold, that of all genuine pages, holds for every row. */
export function typographyTable(outcomes: readonly TypographyOutcome[]): TypographyRow[] {
  const genuine = outcomes.filter(({ label }) => label === 0);
  const limit = thresholdAt(
    genuine.map(({ probability }) => probability),
    RATE,
  );
  const row = (subset: string, chosen: readonly TypographyOutcome[]): TypographyRow[] => {
    const retyped = chosen.filter(({ label }) => label === 1);
    if (retyped.length === 0) return [];
    const own = chosen.filter(({ label }) => label === 0);
    const scores = chosen.map(({ probability }) => probability);
    const labels = chosen.map(({ label }) => label);
    const found = retyped.filter(({ probability }) => probability > limit).length;
    const share = (some: readonly TypographyOutcome[], test: (outcome: TypographyOutcome) => boolean) =>
      some.filter(test).length / some.length;
    return [
      {
        subset,
        retyped: retyped.length,
        genuine: own.length,
        auc: auc(scores, labels),
        tprAt2Fpr: found / retyped.length,
        interval: wilson(found, retyped.length),
        shown: share(retyped, ({ shown }) => shown),
        shownFalsely: share(own, ({ shown }) => shown),
        located: share(retyped, ({ hit }) => hit === true),
      },
    ];
  };
  const by = (name: string, key: (outcome: TypographyOutcome) => string) =>
    [...new Set(outcomes.map(key))]
      .filter(Boolean)
      .sort()
      .flatMap((value) =>
        row(
          `${name} ${value}`,
          outcomes.filter(
            (outcome) => key(outcome) === value || (key(outcome) === '' && outcome.label === 0),
          ),
        ),
      );
  return [
    ...row('all', outcomes),
    ...by('set', ({ set }) => set),
    ...by('capture', ({ capture }) => capture),
    ...by('deviation', ({ deviation }) => deviation),
  ];
}

/** The score that at most `rate` of the given ones pass. */
function thresholdAt(scores: readonly number[], rate: number): number {
  const sorted = [...scores].sort((a, b) => b - a);
  return sorted[Math.floor(rate * sorted.length)] ?? Number.NEGATIVE_INFINITY;
}
