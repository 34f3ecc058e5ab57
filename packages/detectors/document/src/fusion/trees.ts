// Additive ensembles of small regression trees, evaluated. Friedman 2001, "Greedy function approximation: a gradient
// boosting machine"; they are fitted by packages/learn.

import type { Ensemble, Tree } from '@jianzhen/evidence';

export type { Ensemble, Tree };

/** Items scored at a time: their inputs, side by side, stay in the processor's nearer cache. */
const BATCH = 512;

/**
 * Log-odds of each item; `planes` holds a plane of values an input, in the ensemble's order. Inputs and thresholds are
 * compared as integers in the order of the numbers, at 22 bits of mantissa: a difference's sign is the way down a tree, and
 * branches that no processor could foretell cost more than everything else.
 */
export function score(ensemble: Ensemble, planes: readonly Float32Array[], items: number): Float32Array {
  const scores = new Float32Array(items).fill(ensemble.bias);
  const trees = ensemble.trees.map(completed);
  const inputs = ensemble.features.length;
  const rows = new Float32Array(BATCH * inputs);
  const ranks = new Int32Array(rows.buffer);
  for (let from = 0; from < items; from += BATCH) {
    const count = Math.min(BATCH, items - from);
    for (let input = 0; input < inputs; input++) {
      const plane = planes[input];
      for (let i = 0, at = input; i < count; i++, at += inputs) rows[at] = plane ? plane[from + i]! : 0;
    }
    rankInPlace(ranks);
    for (const { depth, feature, threshold, value } of trees) {
      const inner = feature.length;
      for (let i = 0, row = 0; i < count; i++, row += inputs) {
        let node = 0;
        for (let level = 0; level < depth; level++)
          node = 2 * node + 1 + ((threshold[node]! - ranks[row + feature[node]!]!) >>> 31);
        scores[from + i] = scores[from + i]! + value[node - inner]!;
      }
    }
  }
  return scores;
}

/** Bits of IEEE 754 single precision → integers of 31 bits in the order of the numbers, so that differences do not overflow. */
function rankInPlace(bits: Int32Array): void {
  for (let i = 0; i < bits.length; i++) {
    const value = bits[i]!;
    bits[i] = (value ^ ((value >> 31) & 0x7fffffff)) >> 1;
  }
}

interface CompleteTree {
  readonly depth: number;
  /** Inner nodes level by level: the children of i are 2i + 1 (yes) and 2i + 2 (no). */
  readonly feature: Int32Array;
  /** As ranks. */
  readonly threshold: Int32Array;
  /** Leaves from left to right. */
  readonly value: Float32Array;
}

/** The tree with every leaf at the same depth, so that no item has to ask where it stands. */
function completed(tree: Tree): CompleteTree {
  const depthFrom = (node: number): number =>
    tree.feature[node]! < 0 ? 0 : 1 + Math.max(depthFrom(tree.left[node]!), depthFrom(tree.right[node]!));
  const depth = depthFrom(0);
  const inner = 2 ** depth - 1;
  const feature = new Int32Array(inner);
  const threshold = new Float32Array(inner).fill(Number.POSITIVE_INFINITY);
  const value = new Float32Array(inner + 1);
  const place = (node: number, at: number): void => {
    const leaf = tree.feature[node]! < 0;
    if (at >= inner) {
      value[at - inner] = tree.value[node]!;
      return;
    }
    if (!leaf) {
      feature[at] = tree.feature[node]!;
      threshold[at] = tree.threshold[node]!;
    }
    place(leaf ? node : tree.left[node]!, 2 * at + 1);
    place(leaf ? node : tree.right[node]!, 2 * at + 2);
  };
  place(0, 0);
  const ranks = new Int32Array(threshold.buffer);
  rankInPlace(ranks);
  return { depth, feature, threshold: ranks, value };
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
