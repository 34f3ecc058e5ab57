// Eigenvalues of a real symmetric matrix by Jacobi's rotations in cyclic order (Golub and Van Loan, "Matrix Computations", section 8.5).

export interface Eigen {
  /** Descending. */
  readonly values: Float64Array;
  /** Row i is the unit vector of value i. */
  readonly vectors: readonly Float64Array[];
}

const SWEEPS = 60;

/** Of a symmetric matrix given by rows; it is left as it is. */
export function symmetricEigen(matrix: readonly ArrayLike<number>[]): Eigen {
  const n = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = a.map((_, i) => Float64Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
  const scale = a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0);
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a) > 1e-22 * scale; sweep++)
    for (let p = 0; p < n - 1; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[j]![j]! - a[i]![i]!);
  return {
    values: Float64Array.from(order, (i) => a[i]![i]!),
    vectors: order.map((i) => v[i]!),
  };
}

const offDiagonal = (a: readonly Float64Array[]) => {
  let sum = 0;
  for (let p = 0; p < a.length; p++) for (let q = 0; q < p; q++) sum += 2 * a[p]![q]! ** 2;
  return sum;
};

/** Makes a[p][q] zero; rows of `v` follow. */
function rotate(a: readonly Float64Array[], v: readonly Float64Array[], p: number, q: number): void {
  const [rowP, rowQ] = [a[p]!, a[q]!];
  const off = rowP[q]!;
  if (off === 0) return;
  const theta = (rowQ[q]! - rowP[p]!) / (2 * off);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const [pp, qq] = [rowP[p]! - t * off, rowQ[q]! + t * off];
  mix(rowP, rowQ, c, s);
  for (let k = 0; k < a.length; k++) {
    a[k]![p] = rowP[k]!;
    a[k]![q] = rowQ[k]!;
  }
  rowP[p] = pp;
  rowQ[q] = qq;
  rowP[q] = 0;
  rowQ[p] = 0;
  mix(v[p]!, v[q]!, c, s);
}

function mix(x: Float64Array, y: Float64Array, c: number, s: number): void {
  for (let k = 0; k < x.length; k++) {
    const xk = x[k]!;
    const yk = y[k]!;
    x[k] = c * xk - s * yk;
    y[k] = s * xk + c * yk;
  }
}
