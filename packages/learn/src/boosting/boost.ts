// Gradient boosting of regression trees for the logistic loss with second-order steps: Friedman 2001, "Greedy function
// approximation"; regularised gain and leaf weights as in Chen & Guestrin 2016, "XGBoost", equations 5–7.
import { seeded } from '../random.ts';
import { type BinnedMatrix, binMatrix } from './bins.ts';
import { growTree } from './grow.ts';
import type { BoostOptions, TreeArrays } from './types.ts';

export interface Labelled {
  /** Row-major, rows × features. */
  readonly matrix: Float32Array;
  /** 0 or 1 a row. */
  readonly labels: Uint8Array;
  readonly weights?: Float32Array;
}

export interface Boosted {
  readonly bias: number;
  readonly trees: readonly TreeArrays[];
  /** Weighted mean logistic loss on the validation rows, by round. */
  readonly validationLoss: readonly number[];
}

const logit = (p: number) => Math.log(p / (1 - p));

function predictTree(tree: TreeArrays, matrix: Float32Array, features: number, row: number): number {
  let node = 0;
  while (tree.feature[node]! >= 0) {
    const value = matrix[row * features + tree.feature[node]!]!;
    node = value <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
  }
  return tree.value[node]!;
}

function meanLoss(scores: Float64Array, { labels, weights }: Labelled): number {
  let loss = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights?.[i] ?? 1;
    const signed = labels[i] ? scores[i]! : -scores[i]!;
    loss += weight * (signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed)));
    total += weight;
  }
  return loss / total;
}

/** Fits log-odds of label 1. Deterministic for a seed. */
export function boost(train: Labelled, options: BoostOptions, validation?: Labelled): Boosted {
  const rows = train.labels.length;
  const features = train.matrix.length / rows;
  const random = seeded(options.seed);
  const binned: BinnedMatrix = binMatrix(train.matrix, rows, features);
  let positive = 0;
  let total = 0;
  for (let i = 0; i < rows; i++) {
    const weight = train.weights?.[i] ?? 1;
    total += weight;
    if (train.labels[i]) positive += weight;
  }
  const bias = logit(Math.min(Math.max(positive / total, 1e-6), 1 - 1e-6));
  const scores = new Float64Array(rows).fill(bias);
  const held = new Float64Array(validation?.labels.length ?? 0).fill(bias);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const trees: TreeArrays[] = [];
  const validationLoss: number[] = [];
  let best = 0;
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < rows; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      const weight = train.weights?.[i] ?? 1;
      gradient[i] = weight * (p - train.labels[i]!);
      hessian[i] = Math.max(weight * p * (1 - p), 1e-12);
    }
    const chosen = Int32Array.from(
      options.rows < 1
        ? Array.from({ length: rows }, (_, i) => i).filter(() => random() < options.rows)
        : Array(rows).keys(),
    );
    const asked = Array.from({ length: features }, (_, f) => f).filter(() => random() < options.columns);
    const tree = growTree(binned, chosen, asked, gradient, hessian, options);
    trees.push(tree);
    for (let i = 0; i < rows; i++) scores[i]! += predictTree(tree, train.matrix, features, i);
    if (!validation) continue;
    for (let i = 0; i < held.length; i++) held[i]! += predictTree(tree, validation.matrix, features, i);
    validationLoss.push(meanLoss(held, validation));
    if (validationLoss[round]! < validationLoss[best]!) best = round;
    if (options.patience !== undefined && round - best >= options.patience) break;
  }
  return { bias, trees: validation ? trees.slice(0, best + 1) : trees, validationLoss };
}
