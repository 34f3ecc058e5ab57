/** Logistic regression with a quadratic penalty, by Newton's method (Hosmer and Lemeshow 2000, section 2.2). */
export interface Fitted {
  readonly intercept: number;
  readonly weights: readonly number[];
}

/** Solves `a x = b` for a symmetric positive definite matrix, by Cholesky's decomposition; `a` is a row after the other. */
function solve(a: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  const l = a.slice();
  const x = b.slice();
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = l[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= l[i * n + k]! * l[j * n + k]!;
      l[i * n + j] = i === j ? Math.sqrt(sum) : sum / l[j * n + j]!;
    }
    for (let k = 0; k < i; k++) x[i]! -= l[i * n + k]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= l[k * n + i]! * x[k]!;
    x[i]! /= l[i * n + i]!;
  }
  return x;
}

/**
 * @param rows features, a row a group
 * @param penalty on the squares of the weights, of features as deviations from their means
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  penalty: number,
): Fitted {
  const width = rows[0]!.length;
  const mean = Array.from(
    { length: width },
    (_, k) => rows.reduce((sum, row) => sum + row[k]!, 0) / rows.length,
  );
  const spread = mean.map(
    (m, k) => Math.sqrt(rows.reduce((sum, row) => sum + (row[k]! - m) ** 2, 0) / rows.length) || 1,
  );
  const n = width + 1;
  let beta = new Float64Array(n);
  for (let step = 0; step < 50; step++) {
    const gradient = new Float64Array(n);
    const hessian = new Float64Array(n * n);
    for (const [r, row] of rows.entries()) {
      const x = [1, ...row.map((value, k) => (value - mean[k]!) / spread[k]!)];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, k) => sum + value * beta[k]!, 0)));
      for (let i = 0; i < n; i++) {
        gradient[i]! += ((labels[r] ? 1 : 0) - p) * x[i]!;
        for (let k = 0; k < n; k++) hessian[i * n + k]! += Math.max(1e-9, p * (1 - p)) * x[i]! * x[k]!;
      }
    }
    for (let i = 0; i < n; i++) {
      if (i > 0) gradient[i]! -= penalty * beta[i]!;
      hessian[i * n + i]! += i > 0 ? penalty : 1e-9;
    }
    const change = solve(hessian, gradient);
    beta = beta.map((value, i) => value + change[i]!);
    if (change.every((value) => Math.abs(value) < 1e-9)) break;
  }
  const weights = mean.map((_, k) => beta[k + 1]! / spread[k]!);
  return { intercept: beta[0]! - weights.reduce((sum, w, k) => sum + w * mean[k]!, 0), weights };
}
