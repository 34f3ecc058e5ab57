import { auc, balancedAccuracy } from '@jianzhen/evaluate';
import { type Ensemble, logOdds } from '@jianzhen/evidence';
import { boost } from '@jianzhen/learn';
import { shortened } from '../fit-seal-judge/pairs.ts';
import { isLayer, type OriginRow } from './rows.ts';

/** Seals of signatures look like a forger's to pixels: they count as layers, but less. */
const WEIGHTS: Readonly<Partial<Record<OriginRow['maker'], number>>> = { esign: 0.5 };

export function fitTrees(rows: readonly OriginRow[]): Ensemble {
  const features = Object.keys(rows[0]!.statistics);
  const matrix = new Float32Array(rows.length * features.length);
  for (const [i, { statistics }] of rows.entries())
    for (const [j, name] of features.entries()) matrix[i * features.length + j] = statistics[name]!;
  const { bias, trees } = boost(
    {
      matrix,
      labels: Uint8Array.from(rows, (row) => (isLayer(row) ? 1 : 0)),
      weights: Float32Array.from(rows, ({ maker }) => WEIGHTS[maker] ?? 1),
    },
    { rounds: 600, depth: 5, rate: 0.04, lambda: 3, minWeight: 3, columns: 0.4, rows: 0.7, seed: 1 },
  );
  return { features, bias, trees: trees.map(shortened) };
}

/** What trees make of what they never saw: fitted without a maker or a capture, measured on it. */
export function leftOut(rows: readonly OriginRow[], held: readonly OriginRow[]): string[] {
  const groups: readonly [string, (row: OriginRow) => boolean][] = [
    ['without cut-outs', ({ maker }) => maker === 'cutout'],
    ['without the drawing tool', ({ maker }) => maker === 'tool'],
    ['without photographs at an angle', ({ capture }) => capture === 'tilted'],
    ['without chat pictures', ({ capture }) => capture === 'chat'],
  ];
  return groups.map(([name, out]) => {
    const trees = fitTrees(rows.filter((row) => !out(row)));
    const asked = held.filter(
      (row) =>
        row.maker !== 'esign' &&
        (out(row) || (!isLayer(row) && !held.some((one) => out(one) && !isLayer(one)))),
    );
    const scores = asked.map(({ statistics }) => logOdds(trees, statistics));
    const labels = asked.map((row) => (isLayer(row) ? 1 : 0));
    return `trees ${name}: ${asked.length} seals, AUC ${auc(scores, labels).toFixed(3)}, balanced accuracy ${balancedAccuracy(scores, labels, 0).toFixed(3)}`;
  });
}
