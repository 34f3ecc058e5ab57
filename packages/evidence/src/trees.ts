// Additive ensembles of small regression trees, evaluated one row at a time. Friedman 2001, "Greedy function approximation: a gradient boosting
// machine"; packages/learn fits them.

/** A binary tree in parallel arrays: node i asks `x[feature[i]] <= threshold[i]`, yes → left, no → right; a leaf has feature −1. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly value: readonly number[];
}

export interface Ensemble {
  /** Names of the inputs in order. */
  readonly features: readonly string[];
  readonly bias: number;
  readonly trees: readonly Tree[];
}

/** Log-odds; an input that is missing counts as 0. */
export function logOdds(
  { features, bias, trees }: Ensemble,
  inputs: Readonly<Record<string, number>>,
): number {
  const row = Float32Array.from(features, (name) => inputs[name] ?? 0);
  let sum = bias;
  for (const { feature, threshold, left, right, value } of trees) {
    let node = 0;
    while (feature[node] >= 0) node = row[feature[node]] <= threshold[node] ? left[node] : right[node];
    sum += value[node];
  }
  return sum;
}
