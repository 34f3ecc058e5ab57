import { type Ensemble, selectLayers } from '@jianzhen/detector-document';
import { type Boosted, type BoostOptions, boost, type Labelled, seeded } from '@jianzhen/learn';
import type { Learned } from './cross.ts';
import { cellsOf, type Extracted, extractedOf, type FitSample, truthOf } from './samples.ts';

/** Cells taken of one picture: all could be altered ones, so that small edits weigh as much as large ones. */
const ALTERED = 150;
const UNTOUCHED = 250;

const OPTIONS: BoostOptions = {
  rounds: 160,
  depth: 4,
  rate: 0.15,
  lambda: 20,
  minWeight: 20,
  columns: 0.5,
  rows: 0.5,
  seed: 1,
  patience: 20,
};

/** Signals whose statistics or maps pictures cannot teach are left out by name. */
export type Left = ReadonlySet<string>;

export function cellFeatures(samples: readonly FitSample[], left: Left): string[] {
  const names = new Set<string>();
  for (const sample of samples) for (const name of extractedOf(sample).names) names.add(name);
  return [...names].filter((name) => !left.has(name.split('.')[0]!)).sort();
}

/** A picture's inputs in the order of `features`, a plane each. */
export function cellPlanes(
  sample: FitSample,
  { columns, rows, names }: Extracted,
  features: readonly string[],
): Float32Array[] {
  const cells = columns * rows;
  const data = cellsOf(sample);
  const layers = new Map(names.map((name, i) => [name, data.subarray(i * cells, (i + 1) * cells)]));
  return selectLayers({ columns, rows, layers }, features);
}

/** A seeded draw of altered and untouched cells; each class of a picture weighs 1, cells at an edit's border are left out. */
function draw(samples: readonly FitSample[], features: readonly string[], seed: number): Labelled {
  const random = seeded(seed);
  const chunks: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    const extracted = extractedOf(sample);
    const planes = cellPlanes(sample, extracted, features);
    const truth = truthOf(sample);
    const pick = (wanted: number, accept: (share: number) => boolean) => {
      const all: number[] = [];
      truth.forEach((share, cell) => {
        if (accept(share)) all.push(cell);
      });
      const count = Math.min(wanted, all.length);
      for (let i = 0; i < count; i++) {
        const j = i + Math.floor(random() * (all.length - i));
        [all[i], all[j]] = [all[j]!, all[i]!];
      }
      return all.slice(0, count);
    };
    const take = (cells: number[], label: number) => {
      for (const cell of cells) {
        chunks.push(Float32Array.from(planes, (plane) => plane[cell]!));
        labels.push(label);
        weights.push((label ? ALTERED : UNTOUCHED) / Math.max(cells.length, 20));
      }
    };
    take(
      pick(UNTOUCHED, (share) => share === 0),
      0,
    );
    if (sample.label)
      take(
        pick(ALTERED, (share) => share >= 0.5),
        1,
      );
  }
  const matrix = new Float32Array(chunks.length * features.length);
  chunks.forEach((chunk, i) => {
    matrix.set(chunk, i * features.length);
  });
  return { matrix, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) };
}

const rounded = (value: number) => Number(value.toPrecision(5));

/** Compact enough for a file that people may read. */
export function toEnsemble({ bias, trees }: Boosted, features: readonly string[]): Ensemble {
  return {
    features,
    bias: rounded(bias),
    trees: trees.map((tree) => ({
      ...tree,
      threshold: tree.threshold.map((t) => Number(t.toPrecision(7))),
      value: tree.value.map(rounded),
    })),
  };
}

/** @param stop what stops it: pages whose loss must go on falling, or a number of rounds */
export function fitCells(
  samples: readonly FitSample[],
  features: readonly string[],
  stop: readonly FitSample[] | number,
): Learned {
  const drawn = draw(samples, features, 1);
  if (typeof stop === 'number')
    return { ensemble: toEnsemble(boost(drawn, { ...OPTIONS, rounds: stop }), features), rounds: stop };
  const fitted = boost(drawn, OPTIONS, draw(stop, features, 2));
  console.error(
    `  cells: ${fitted.trees.length} trees, held-out loss ${fitted.validationLoss[fitted.trees.length - 1]!.toFixed(4)}`,
  );
  return { ensemble: toEnsemble(fitted, features), rounds: fitted.trees.length };
}
