import { type Ensemble, logOdds } from '@jianzhen/evidence';
import { boost, type Labelled, seeded } from '@jianzhen/learn';
import type { Sample } from './samples.ts';

const OPTIONS = {
  rounds: 260,
  depth: 5,
  rate: 0.1,
  lambda: 3,
  minWeight: 2,
  columns: 0.5,
  rows: 0.6,
} as const;
/** Untouched segments taken of a page: by chance, and those that an earlier fit took for retyped. */
const BY_CHANCE = 100;
const HARDEST = 80;
const ROUNDS = 3;
/** The further from what is usual, the more suspicious, whatever else holds: few pages must not teach otherwise. */
const RISING =
  /(Line|Column|Page|Text|Nearest|Z)$|^(baseline|headline|pitch|joint|form|formUsual|formRelative|formMost|formLeast|formWidth|localForm|localFormRelative|first|second|third)$/;

/** Log-odds that a segment was retyped; refitted with the untouched segments that the fits before were most wrong about. */
export function fitRuns(samples: readonly Sample[]): Ensemble {
  const features = samples.find((sample) => sample.features.length > 0)!.features;
  let fitted: Ensemble | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    const options = {
      ...OPTIONS,
      seed: round + 1,
      monotone: features.map((name) => (RISING.test(name) ? 1 : 0)),
    };
    const { bias, trees } = boost(drawn(samples, fitted, round + 1), options);
    fitted = {
      features,
      bias: rounded(bias),
      trees: trees.map((tree) => ({
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

/** Every page weighs the same within its class, retyped ones together as much as the others. */
function drawn(samples: readonly Sample[], known: Ensemble | null, seed: number): Labelled {
  const random = seeded(seed);
  const rows: Float32Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    const width = sample.features.length;
    const take = (chosen: readonly number[], label: number, weight: number) => {
      for (const row of chosen) {
        rows.push(sample.matrix.subarray(row * width, (row + 1) * width));
        labels.push(label);
        weights.push(weight / chosen.length);
      }
    };
    const indices = Array.from(sample.labels.keys());
    const retyped = indices.filter((row) => sample.labels[row] === 1);
    if (retyped.length > 0) take(retyped, 1, 10);
    if (sample.page.edits.length > 0) continue;
    const shuffled = indices.map((row) => ({ row, at: random() })).sort((a, b) => a.at - b.at);
    take(
      shuffled.slice(0, BY_CHANCE).map(({ row }) => row),
      0,
      15,
    );
    const scores = known ? scoresOf(sample, known) : null;
    if (!scores) continue;
    take(indices.sort((a, b) => scores[b]! - scores[a]!).slice(0, HARDEST), 0, 15);
  }
  const width = rows[0]!.length;
  const matrix = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) matrix.set(row, i * width);
  return { matrix, labels: Uint8Array.from(labels), weights: Float32Array.from(weights) };
}
