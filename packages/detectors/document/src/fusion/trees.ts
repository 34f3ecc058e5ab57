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

/** Log-odds of each row of a row-major matrix, rows × features. */
export function scoreRows(ensemble: Ensemble, matrix: Float32Array, rows: number): Float32Array {
  const width = ensemble.features.length;
  const scores = new Float32Array(rows).fill(ensemble.bias);
  for (const tree of ensemble.trees) {
    const feature = Int16Array.from(tree.feature);
    const threshold = Float32Array.from(tree.threshold);
    const left = Int16Array.from(tree.left);
    const right = Int16Array.from(tree.right);
    const value = Float32Array.from(tree.value);
    for (let row = 0, base = 0; row < rows; row++, base += width) {
      let node = 0;
      let asked = feature[0]!;
      while (asked >= 0) {
        node = matrix[base + asked]! <= threshold[node]! ? left[node]! : right[node]!;
        asked = feature[node]!;
      }
      scores[row]! += value[node]!;
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
