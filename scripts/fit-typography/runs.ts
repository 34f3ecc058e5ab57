import { type Ensemble, logOdds } from '@jianzhen/detector-papers';
import { boost, type Labelled, seeded } from '@jianzhen/learn';
import type { Sample } from './samples.ts';

const OPTIONS = {
  rounds: 220,
  depth: 4,
  rate: 0.1,
  lambda: 6,
  minWeight: 2,
  columns: 0.35,
  rows: 0.6,
  seed: 1,
  patience: 25,
} as const;
/** Untouched segments taken of a page: by chance, and those that an earlier fit took for retyped. */
const BY_CHANCE = 120;
const HARDEST = 60;
const ROUNDS = 3;

/** Log-odds that a segment was retyped; refitted with the untouched segments that the fit before was most wrong about. */
export function fitRuns(train: readonly Sample[], held: readonly Sample[]): Ensemble {
  const features = train.find((sample) => sample.features.length > 0)!.features;
  let fitted: Ensemble | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const known: Ensemble | null = fitted;
    const boosted = boost(drawn(train, known, 1), { ...OPTIONS, seed: round + 1 }, drawn(held, known, 2));
    const loss = boosted.validationLoss[boosted.trees.length - 1]!;
    console.error(`  runs, round ${round}: ${boosted.trees.length} trees, held-out loss ${loss.toFixed(4)}`);
    fitted = {
      features,
      bias: rounded(boosted.bias),
      trees: boosted.trees.map((tree) => ({
        ...tree,
        threshold: tree.threshold.map(rounded),
        value: tree.value.map(rounded),
      })),
    };
  }
  return fitted!;
}

const rounded = (value: number) => Number(value.toPrecision(5));

export function scoresOf({ features, matrix, labels }: Sample, runs: Ensemble): Float64Array {
  const width = features.length;
  return Float64Array.from(labels, (_, row) =>
    logOdds(runs, Object.fromEntries(features.map((name, i) => [name, matrix[row * width + i]!]))),
  );
}

/** Every class weighs the same; every page and every edit within its class, too. */
function drawn(samples: readonly Sample[], known: Ensemble | null, seed: number): Labelled {
  const random = seeded(seed);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    const width = sample.features.length;
    const indices = Array.from(sample.labels.keys());
    const take = (chosen: readonly number[], label: number, weight: number) => {
      for (const row of chosen) {
        rows.push(sample.matrix.subarray(row * width, (row + 1) * width));
        labels.push(label);
        weights.push(weight / chosen.length);
      }
    };
    if (sample.page.edits.length > 0) {
      take(
        indices.filter((row) => sample.labels[row] === 1),
        1,
        10,
      );
      continue;
    }
    const chance = indices
      .map((row) => ({ row, at: random() }))
      .sort((a, b) => a.at - b.at)
      .slice(0, BY_CHANCE)
      .map(({ row }) => row);
    const scores = known ? scoresOf(sample, known) : null;
    const hardest = scores ? indices.sort((a, b) => scores[b]! - scores[a]!).slice(0, HARDEST) : [];
    take(chance, 0, 15);
    if (hardest.length > 0) take(hardest, 0, 15);
  }
  const width = rows[0]!.length;
  const matrix = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) matrix.set(row, i * width);
  return { matrix, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) };
}
