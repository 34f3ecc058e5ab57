import { auc, bootstrap, equalErrorRate, type Interval, sortTrials } from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import type { Scored } from './fit.ts';

export interface Figures {
  readonly genuine: number;
  readonly spoofed: number;
  readonly eer: number;
  readonly eerInterval: Interval;
  readonly auc: number;
}

const eerOf = (scored: readonly Scored[]) =>
  equalErrorRate(
    sortTrials(
      scored.map(({ score }) => score),
      scored.map(({ spoofed }) => spoofed),
    ),
  );

/** Equal error rate and area under the curve; the interval by resampling speakers. */
export function figures(scored: readonly Scored[]): Figures {
  const speakers = Object.values(Object.groupBy(scored, ({ recording }) => recording.speaker)) as Scored[][];
  // A synthesiser's voice is no sample of speakers: its recordings are drawn one by one.
  const groups = speakers.flatMap((own) =>
    own.every(({ spoofed }) => spoofed) ? own.map((one) => [one]) : [own],
  );
  return {
    genuine: scored.filter(({ spoofed }) => !spoofed).length,
    spoofed: scored.filter(({ spoofed }) => spoofed).length,
    eer: eerOf(scored),
    eerInterval: bootstrap(groups, eerOf, seeded(1), 300),
    auc: auc(
      scored.map(({ score }) => score),
      scored.map(({ spoofed }) => (spoofed ? 1 : 0)),
    ),
  };
}

const percent = (value: number) => (100 * value).toFixed(1);

/** A row of a table in Markdown. */
export const row = (name: string, { genuine, spoofed, eer, eerInterval, auc: area }: Figures): string =>
  `| ${name} | ${genuine} | ${spoofed} | ${percent(eer)} | ${percent(eerInterval.low)}–${percent(eerInterval.high)} | ${area.toFixed(3)} |`;

export const HEAD = '| | Genuine | Spoofed | EER % | 95% | AUC |\n|---|---:|---:|---:|---:|---:|';
