import type { BinnedMatrix } from './bins.ts';
import type { BoostOptions, TreeArrays } from './types.ts';

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Grows one tree, level by level to `depth`, on the rows given. Values of inner nodes are kept: explanations need them. */
export function growTree(
  binned: BinnedMatrix,
  rows: Int32Array,
  features: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  options: BoostOptions,
): TreeArrays {
  const tree: TreeArrays = { feature: [], threshold: [], left: [], right: [], value: [] };
  const { lambda, minWeight, rate } = options;
  const g = new Float64Array(256);
  const h = new Float64Array(256);
  const clamp = (value: number, { low, high }: Bounds) => Math.min(Math.max(value, low), high);

  const bestSplit = (members: Int32Array, sumG: number, sumH: number, bounds: Bounds): Split | null => {
    let best: Split | null = null;
    const parent = (sumG * sumG) / (sumH + lambda);
    for (const feature of features) {
      const cuts = binned.edges[feature]!.length;
      if (cuts === 0) continue;
      g.fill(0, 0, cuts + 1);
      h.fill(0, 0, cuts + 1);
      const base = feature * binned.rows;
      for (let i = 0; i < members.length; i++) {
        const row = members[i]!;
        const bin = binned.bins[base + row]!;
        g[bin]! += gradient[row]!;
        h[bin]! += hessian[row]!;
      }
      const direction = options.monotone?.[feature] ?? 0;
      let leftG = 0;
      let leftH = 0;
      for (let bin = 0; bin < cuts; bin++) {
        leftG += g[bin]!;
        leftH += h[bin]!;
        const rightG = sumG - leftG;
        const rightH = sumH - leftH;
        if (leftH < minWeight || rightH < minWeight) continue;
        if (direction !== 0) {
          const left = clamp(-leftG / (leftH + lambda), bounds);
          const right = clamp(-rightG / (rightH + lambda), bounds);
          if ((right - left) * direction < 0) continue;
        }
        const gain = (leftG * leftG) / (leftH + lambda) + (rightG * rightG) / (rightH + lambda) - parent;
        if (gain > (best?.gain ?? 1e-9)) best = { gain, feature, bin };
      }
    }
    return best;
  };

  const grow = (members: Int32Array, depth: number, bounds: Bounds): number => {
    let sumG = 0;
    let sumH = 0;
    for (const row of members) {
      sumG += gradient[row]!;
      sumH += hessian[row]!;
    }
    const node = tree.value.length;
    const value = clamp(-sumG / (sumH + lambda), bounds);
    tree.feature.push(-1);
    tree.threshold.push(0);
    tree.left.push(-1);
    tree.right.push(-1);
    tree.value.push(rate * value);
    const split = depth > 0 ? bestSplit(members, sumG, sumH, bounds) : null;
    if (!split) return node;
    const base = split.feature * binned.rows;
    const isLeft = (row: number) => binned.bins[base + row]! <= split.bin;
    tree.feature[node] = split.feature;
    tree.threshold[node] = binned.edges[split.feature]![split.bin]!;
    // Under a monotone constraint neither side may pass the middle of the two, further down either (XGBoost's rule).
    const direction = options.monotone?.[split.feature] ?? 0;
    const leftRows = members.filter(isLeft);
    const rightRows = members.filter((row) => !isLeft(row));
    const mean = (side: Int32Array) => {
      let a = 0;
      let b = lambda;
      for (const row of side) {
        a -= gradient[row]!;
        b += hessian[row]!;
      }
      return clamp(a / b, bounds);
    };
    const middle = direction === 0 ? 0 : (mean(leftRows) + mean(rightRows)) / 2;
    const lowSide = { low: bounds.low, high: middle };
    const highSide = { low: middle, high: bounds.high };
    tree.left[node] = grow(
      leftRows,
      depth - 1,
      direction === 0 ? bounds : direction > 0 ? lowSide : highSide,
    );
    tree.right[node] = grow(
      rightRows,
      depth - 1,
      direction === 0 ? bounds : direction > 0 ? highSide : lowSide,
    );
    return node;
  };

  grow(rows, options.depth, { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY });
  return tree;
}
