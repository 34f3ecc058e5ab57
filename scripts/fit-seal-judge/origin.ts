import { createHash } from 'node:crypto';
import type { OriginModel } from '@jianzhen/detector-seal';
import { auc, balancedAccuracy } from '@jianzhen/evaluate';
import { calibrated, type Ensemble, logOdds } from '@jianzhen/evidence';
import { boost, fitBeta } from '@jianzhen/learn';
import type { OriginRow } from './pages.ts';
import { shortened } from './pairs.ts';

const FOLDS = 5;
/** Seals of signatures look like a forger's to pixels: they count as layers, but less. */
const WEIGHTS: Readonly<Partial<Record<OriginRow['maker'], number>>> = { esign: 0.5 };
/** Stamps that may be called pasted, and layers that may be called ink. */
const ERRORS = 0.05;

export const isLayer = ({ maker }: OriginRow): boolean => maker !== 'stamp' && maker !== 'tile';

/** Trees on all rows; calibration and limits, at even odds, from cross-validation by page. */
export function fitOrigin(rows: readonly OriginRow[]): OriginModel {
  const foldOf = ({ page }: OriginRow) => createHash('sha1').update(page).digest()[0]! % FOLDS;
  const held: { row: OriginRow; score: number }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const trees = fitTrees(rows.filter((row) => foldOf(row) !== fold));
    for (const row of rows) if (foldOf(row) === fold) held.push({ row, score: logOdds(trees, row.measures) });
  }
  const asked = held.filter(({ row }) => row.maker !== 'esign');
  const scores = asked.map(({ score }) => score);
  const labels = asked.map(({ row }) => (isLayer(row) ? 1 : 0));
  const layers = labels.filter(Boolean).length;
  const { low, high, offset } = fitBeta(scores, labels);
  const calibration = { low, high, offset: offset - Math.log(layers / (labels.length - layers)) };
  const probabilities = scores.map((score) => calibrated(calibration, score));
  console.error(
    `origin: ${labels.length} seals, held-out AUC ${auc(probabilities, labels).toFixed(3)}, balanced accuracy ${balancedAccuracy(probabilities, labels, 0.5).toFixed(3)}`,
  );
  const of = (label: number) => probabilities.filter((_, i) => labels[i] === label).sort((a, b) => a - b);
  const [inks, pasted] = [of(0), of(1)];
  return {
    version: '1',
    trees: fitTrees(rows),
    calibration,
    ink: Math.min(0.5, pasted[Math.floor(ERRORS * pasted.length)]!),
    pasted: Math.max(0.5, inks[Math.floor((1 - ERRORS) * inks.length)]!),
  };
}

export function fitTrees(rows: readonly OriginRow[]): Ensemble {
  const features = Object.keys(rows[0]!.measures);
  const matrix = new Float32Array(rows.length * features.length);
  for (const [i, { measures }] of rows.entries())
    for (const [j, name] of features.entries()) matrix[i * features.length + j] = measures[name]!;
  const { bias, trees } = boost(
    {
      matrix,
      labels: Uint8Array.from(rows, (row) => (isLayer(row) ? 1 : 0)),
      weights: Float32Array.from(rows, ({ maker }) => WEIGHTS[maker] ?? 1),
    },
    { rounds: 300, depth: 4, rate: 0.06, lambda: 3, minWeight: 3, columns: 0.4, rows: 0.7, seed: 1 },
  );
  return { features, bias, trees: trees.map(shortened) };
}

/** Balanced accuracy on what a fit never saw: fitted without a maker or a capture, measured on it. */
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
    const scores = asked.map((row) => logOdds(trees, row.measures));
    const labels = asked.map((row) => (isLayer(row) ? 1 : 0));
    return `${name}: ${asked.length} seals, AUC ${auc(scores, labels).toFixed(3)}, balanced accuracy ${balancedAccuracy(scores, labels, 0).toFixed(3)}`;
  });
}
