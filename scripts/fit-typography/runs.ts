import type { Ensemble } from '@jianzhen/detector-papers';
import { boost, type Labelled, seeded } from '@jianzhen/learn';
import type { Sample } from './samples.ts';

const OPTIONS = {
  rounds: 120,
  depth: 5,
  rate: 0.15,
  lambda: 3,
  minWeight: 2,
  columns: 0.5,
  rows: 0.6,
} as const;
/** Untouched segments taken of a page: by chance, and those that an earlier fit took for retyped. */
const BY_CHANCE = 60;
const HARDEST = 60;
const ROUNDS = 2;
/** The further from what is usual, the more suspicious, whatever else holds: few pages must not teach otherwise. */
const RISING =
  /(Line|Column|Page|Text|Nearest|Step|Z)$|^(baseline|headline|pitch|joint|form|formUsual|formRelative|formMost|formLeast|formWidth|localForm|localFormRelative|first|second|third)$/;

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

/** Log-odds of every segment; the fit's features are the sample's, in their order. */
export function scoresOf({ features, matrix, labels }: Sample, { bias, trees }: Ensemble): Float64Array {
  const scores = new Float64Array(labels.length).fill(bias);
  for (const { feature, threshold, left, right, value } of trees) {
    for (let row = 0; row < scores.length; row++) {
      const from = row * features.length;
      let node = 0;
      while (feature[node]! >= 0)
        node = matrix[from + feature[node]!]! <= threshold[node]! ? left[node]! : right[node]!;
      scores[row]! += value[node]!;
    }
  }
  return scores;
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
