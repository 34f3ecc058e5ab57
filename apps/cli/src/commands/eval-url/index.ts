import { FEATURE_GROUPS, type FeatureGroup } from '@jianzhen/detector-qr';
import { readUrlModel } from '@jianzhen/engine';
import { writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { Status } from '../../status.ts';
import { readUrlSets, type UrlSplit } from './data.ts';
import { simulatedSamples } from './generated.ts';
import { type UrlOutcome, urlCalibrationError, urlIntervals, urlMetrics } from './metrics.ts';
import { publicRows } from './public-sets.ts';
import { byLength, judged, modelled, spelt, without } from './scores.ts';
import { cells, HEAD, outcomes, row, type Sample } from './table.ts';

export interface EvalUrlOptions {
  readonly json?: boolean;
  readonly seed: number;
  /** Links of the generated set. */
  readonly size: number;
  /** Folder of the public sets; without it a generated set. */
  readonly urls?: string;
  readonly splits: readonly UrlSplit[];
}

/** `jianzhen eval url`: labelled links past the judge, by signal and beside baselines; metrics as the last line. */
export function evalUrl({ json = false, seed, size, urls, splits }: EvalUrlOptions): Status {
  const sets = urls === undefined ? null : readUrlSets(urls);
  const samples = sets
    ? splits.flatMap((split): readonly Sample[] => sets[split])
    : simulatedSamples(seed, size);
  const model = readUrlModel();
  const own = judged({ model });
  const all = outcomes(samples, own);
  const rows = [
    { name: 'all signals, no lists', ...urlMetrics(all) },
    row('fitted model alone', samples, modelled(model)),
    row('n-grams alone', samples, spelt(model)),
    ...(Object.keys(FEATURE_GROUPS) as FeatureGroup[]).map((group) =>
      row(`model without ${group}`, samples, without(model, [group])),
    ),
    row('baseline: length', samples, byLength),
    ...(sets && urls !== undefined ? publicRows(sets, model, own, { folder: urls, splits, seed }) : []),
  ];
  const intervals = urlIntervals(all);
  if (json) for (const each of rows) writeLine(each);
  else {
    console.log(table(HEAD, rows.map(cells)));
    for (const [name, { low, high }] of Object.entries(intervals))
      console.log(`95% interval of ${name}: ${low.toFixed(4)} – ${high.toFixed(4)}`);
  }
  const { caution, danger } = model.levels;
  const listed = rows.find(({ name }) => name.endsWith('with lists'));
  writeLine({
    ...urlMetrics(all),
    ece: urlCalibrationError(all),
    recallDanger: share(all, 1, danger),
    recallCaution: share(all, 1, caution),
    falseDanger: share(all, 0, danger),
    falseCaution: share(all, 0, caution),
    intervals,
    ...(listed && { withLists: { auc: listed.auc, tprAt1Fpr: listed.tprAt1Fpr } }),
  });
  return Status.done;
}

/** Share of one class that is at or above a level. */
function share(all: readonly UrlOutcome[], label: 0 | 1, least: number): number {
  const some = all.filter((outcome) => outcome.label === label);
  return some.filter(({ score }) => score >= least).length / some.length;
}
