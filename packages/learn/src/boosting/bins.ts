/** A matrix whose values are replaced by the number of their quantile bin: histograms need no sorting then. */
export interface BinnedMatrix {
  readonly rows: number;
  readonly features: number;
  /** Column-major bin numbers. */
  readonly bins: Uint8Array;
  /** Upper edge of every bin but the last, per feature: `value <= edges[f][b]` means bin <= b. */
  readonly edges: readonly Float32Array[];
}

/** Quantile bins of a row-major matrix, at most `most` (≤ 256) a feature; edges lie between distinct values. */
export function binMatrix(matrix: Float32Array, rows: number, features: number, most = 64): BinnedMatrix {
  const bins = new Uint8Array(rows * features);
  const edges: Float32Array[] = [];
  const column = new Float32Array(rows);
  for (let f = 0; f < features; f++) {
    for (let r = 0; r < rows; r++) column[r] = matrix[r * features + f]!;
    const sorted = Float32Array.from(column).sort();
    const cuts: number[] = [];
    for (let b = 1; b < most; b++) {
      const at = Math.floor((b * rows) / most);
      const below = sorted[at - 1]!;
      if (at > 0 && below < sorted[at]! && below !== cuts.at(-1)) cuts.push(below);
    }
    // A feature that is mostly one value has its other values beyond every quantile: cut beside that value too.
    if (cuts.length === 0 && sorted[0]! < sorted[rows - 1]!) cuts.push(sorted[0]!);
    const edge = Float32Array.from(cuts);
    edges.push(edge);
    for (let r = 0; r < rows; r++) {
      let low = 0;
      let high = edge.length;
      const value = column[r]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= edge[middle]!) high = middle;
        else low = middle + 1;
      }
      bins[f * rows + r] = low;
    }
  }
  return { rows, features, bins, edges };
}
