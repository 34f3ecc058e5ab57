import { cellStatistics, type Ensemble, score } from '@jianzhen/detector-document';
import { type BoostOptions, boost, type Labelled } from '@jianzhen/learn';
import { cellPlanes, type Left, toEnsemble } from './cells.ts';
import type { Learned } from './cross.ts';
import { extractedOf, type FitSample } from './samples.ts';

const OPTIONS: BoostOptions = {
  rounds: 400,
  depth: 3,
  rate: 0.06,
  lambda: 6,
  minWeight: 6,
  columns: 0.4,
  rows: 0.7,
  seed: 1,
  patience: 40,
};

/** Ensembles whose mean is taken: what one owes to the draw of its pages and features evens out (Breiman, "Bagging predictors", 1996). */
const BAGS = 5;

/** A picture with all of its page statistics, and the scores of its cells. */
export interface ScoredPage {
  readonly sample: FitSample;
  readonly statistics: Readonly<Record<string, number>>;
  readonly cells: Float32Array;
}

export function scorePages(samples: readonly FitSample[], cell: Ensemble): ScoredPage[] {
  return samples.map((sample) => {
    const extracted = extractedOf(sample);
    const { columns, rows } = extracted;
    const cells = score(cell, cellPlanes(sample, extracted, cell.features), columns * rows);
    return {
      sample,
      cells,
      statistics: { ...extracted.statistics, ...cellStatistics(cells, columns, rows) },
    };
  });
}

export function pageFeatures(pages: readonly ScoredPage[], left: Left): string[] {
  const names = new Set(pages.flatMap((page) => Object.keys(page.statistics)));
  return [...names].filter((name) => !left.has(name.split('.')[0]!)).sort();
}

const matrixOf = (pages: readonly ScoredPage[], features: readonly string[]) =>
  Float32Array.from(pages.flatMap((page) => features.map((name) => page.statistics[name] ?? 0)));

/** Genuine and forged pages weigh the same in sum, whatever the set's mixture. */
function labelled(pages: readonly ScoredPage[], features: readonly string[]): Labelled {
  const forged = pages.filter(({ sample }) => sample.label).length;
  const weight = [pages.length / (2 * (pages.length - forged)), pages.length / (2 * forged)];
  return {
    matrix: matrixOf(pages, features),
    labels: Uint8Array.from(pages, ({ sample }) => sample.label),
    weights: Float32Array.from(pages, ({ sample }) => weight[sample.label]!),
  };
}

/** @param stop what stops it: pages whose loss must go on falling, or a number of rounds */
export function fitPages(
  pages: readonly ScoredPage[],
  features: readonly string[],
  stop: readonly ScoredPage[] | number,
): Learned {
  const data = labelled(pages, features);
  const bags = Array.from({ length: BAGS }, (_, bag) => {
    const options = { ...OPTIONS, seed: 1 + bag };
    return typeof stop === 'number'
      ? boost(data, { ...options, rounds: stop })
      : boost(data, options, labelled(stop, features));
  });
  const rounds = bags.reduce((sum, { trees }) => sum + trees.length / BAGS, 0);
  if (typeof stop !== 'number') {
    const loss = bags.reduce(
      (sum, { trees, validationLoss }) => sum + validationLoss[trees.length - 1]! / BAGS,
      0,
    );
    console.error(`  pages: ${rounds.toFixed(0)} rounds, held-out loss of one ensemble ${loss.toFixed(4)}`);
  }
  const bias = bags.reduce((sum, bag) => sum + bag.bias / BAGS, 0);
  const trees = bags.flatMap((bag) =>
    bag.trees.map((tree) => ({ ...tree, value: tree.value.map((value) => value / BAGS) })),
  );
  return { ensemble: toEnsemble({ bias, trees, validationLoss: [] }, features), rounds };
}

export function pageScores(pages: readonly ScoredPage[], ensemble: Ensemble): Float32Array {
  const planes = ensemble.features.map((name) =>
    Float32Array.from(pages, ({ statistics }) => statistics[name] ?? 0),
  );
  return score(ensemble, planes, pages.length);
}
