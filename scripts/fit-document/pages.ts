import { cellStatistics, type Ensemble, score } from '@jianzhen/detector-document';
import { type BoostOptions, boost, type Labelled } from '@jianzhen/learn';
import { cellPlanes, type Left, toEnsemble } from './cells.ts';
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

export function fitPages(
  train: readonly ScoredPage[],
  held: readonly ScoredPage[],
  features: readonly string[],
): Ensemble {
  const fitted = boost(labelled(train, features), OPTIONS, labelled(held, features));
  console.error(
    `  pages: ${fitted.trees.length} trees, held-out loss ${fitted.validationLoss[fitted.trees.length - 1]!.toFixed(4)}`,
  );
  return toEnsemble(fitted, features);
}

export function pageScores(pages: readonly ScoredPage[], ensemble: Ensemble): Float32Array {
  const planes = ensemble.features.map((name) =>
    Float32Array.from(pages, ({ statistics }) => statistics[name] ?? 0),
  );
  return score(ensemble, planes, pages.length);
}
