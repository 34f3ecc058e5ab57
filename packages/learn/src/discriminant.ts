// Linear discriminant analysis, and with it the diagonal form of the two-covariance model: Ioffe, "Probabilistic linear discriminant analysis"
// (2006), section 3. In the space that comes out, what varies within a group has variance 1 in every direction, and between groups `between`.
import { symmetricEigen } from './linear/eigen.ts';

export interface DiscriminantOptions {
  /** Directions kept, those that part the groups best. */
  readonly dims: number;
  /** Part of the covariance within groups, 0–1, that is replaced by its mean variance in every direction. */
  readonly shrinkage?: number;
}

export interface Discriminant {
  readonly mean: Float64Array;
  /** `dims` rows. */
  readonly rows: readonly Float64Array[];
  /** Variance between groups along each row, less what group means vary by chance; ≥ 0, descending. */
  readonly between: Float64Array;
}

/** Fits on vectors of one length; groups of a single vector count for what lies between groups only. */
export function fitDiscriminant(
  vectors: readonly ArrayLike<number>[],
  groups: readonly string[],
  { dims, shrinkage = 0 }: DiscriminantOptions,
): Discriminant {
  const members = Map.groupBy(vectors.keys(), (i) => groups[i]!);
  const width = vectors[0]!.length;
  const means = new Map([...members].map(([group, indices]) => [group, meanOf(vectors, indices, width)]));
  const mean = meanOf([...means.values()], [...means.keys()].keys(), width);
  const within = covariance(
    vectors.map((vector, i) => [vector, means.get(groups[i]!)!]),
    vectors.length - members.size,
    width,
  );
  const average = within.reduce((sum, row, i) => sum + row[i]!, 0) / width;
  within.forEach((row, i) => {
    for (let j = 0; j < width; j++) row[j] = (1 - shrinkage) * row[j]! + (i === j ? shrinkage * average : 0);
  });
  const between = covariance(
    [...means.values()].map((each) => [each, mean]),
    members.size - 1,
    width,
  );
  // Whitens what lies within groups; then the directions between groups are those of a symmetric matrix.
  const { values, vectors: axes } = symmetricEigen(within);
  const whiten = axes.map((axis, i) => axis.map((x) => x / Math.sqrt(Math.max(values[i]!, 1e-12))));
  const turned = symmetricEigen(product(product(whiten, between), transposed(whiten)));
  const rows = product(turned.vectors.slice(0, dims), whiten);
  const size = [...members.values()].reduce((sum, { length }) => sum + 1 / length, 0) / members.size;
  return { mean, rows, between: turned.values.slice(0, dims).map((value) => Math.max(0, value - size)) };
}

function meanOf(
  vectors: readonly ArrayLike<number>[],
  indices: Iterable<number>,
  width: number,
): Float64Array {
  const mean = new Float64Array(width);
  let count = 0;
  for (const i of indices) {
    count++;
    for (let k = 0; k < width; k++) mean[k]! += vectors[i]![k]!;
  }
  return mean.map((sum) => sum / count);
}

function covariance(
  pairs: readonly (readonly [ArrayLike<number>, Float64Array])[],
  freedom: number,
  width: number,
): Float64Array[] {
  const rows = Array.from({ length: width }, () => new Float64Array(width));
  const centred = new Float64Array(width);
  for (const [vector, mean] of pairs) {
    for (let k = 0; k < width; k++) centred[k] = vector[k]! - mean[k]!;
    rows.forEach((row, j) => {
      for (let k = 0; k < width; k++) row[k]! += centred[j]! * centred[k]!;
    });
  }
  return rows.map((row) => row.map((sum) => sum / Math.max(1, freedom)));
}

function product(a: readonly Float64Array[], b: readonly Float64Array[]): Float64Array[] {
  return a.map((row) => {
    const out = new Float64Array(b[0]!.length);
    row.forEach((x, k) => {
      for (let j = 0; j < out.length; j++) out[j]! += x * b[k]![j]!;
    });
    return out;
  });
}

const transposed = (a: readonly Float64Array[]): Float64Array[] =>
  Array.from(a[0]!, (_, j) => Float64Array.from(a, (row) => row[j]!));
