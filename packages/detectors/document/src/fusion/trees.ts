// Additive ensembles of small regression trees, evaluated. Friedman 2001, "Greedy function approximation: a gradient
// boosting machine"; they are fitted by packages/learn.

/** A binary tree in parallel arrays. Node i asks `x[feature[i]] <= threshold[i]`: yes → left, no → right; a leaf has feature −1. */
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

/** Log-odds of each item; `planes` holds a plane of values an input, in the ensemble's order. */
export function score(ensemble: Ensemble, planes: readonly Float32Array[], items: number): Float32Array {
  const scores = new Float32Array(items).fill(ensemble.bias);
  for (const tree of ensemble.trees) {
    const feature = Int16Array.from(tree.feature);
    const threshold = Float32Array.from(tree.threshold);
    const left = Int16Array.from(tree.left);
    const right = Int16Array.from(tree.right);
    const value = Float32Array.from(tree.value);
    const asked = tree.feature.map((f) => planes[f] ?? scores);
    for (let item = 0; item < items; item++) {
      let node = 0;
      while (feature[node]! >= 0) node = asked[node]![item]! <= threshold[node]! ? left[node]! : right[node]!;
      scores[item]! += value[node]!;
    }
  }
  return scores;
}

/**
 * Log-odds of one row and what each input added to them: along the way through each tree the change of the node's
 * expected value belongs to the input that was asked (Saabas 2014, "Interpreting random forests").
 */
export function explainRow(
  ensemble: Ensemble,
  row: Float32Array,
): { score: number; contributions: Float64Array } {
  const contributions = new Float64Array(ensemble.features.length);
  let score = ensemble.bias;
  for (const tree of ensemble.trees) {
    let node = 0;
    while (tree.feature[node]! >= 0) {
      const asked = tree.feature[node]!;
      const next = row[asked]! <= Math.fround(tree.threshold[node]!) ? tree.left[node]! : tree.right[node]!;
      contributions[asked]! += tree.value[next]! - tree.value[node]!;
      node = next;
    }
    score += tree.value[node]!;
  }
  return { score, contributions };
}
