/** Median of finite values; NaN when there is none. Reorders nothing. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).filter(Number.isFinite).sort();
  return sorted.length === 0 ? Number.NaN : sorted[sorted.length >> 1]!;
}

/** Median absolute value times 1.4826: the standard deviation, were the values normal about 0. */
export function spread(values: ArrayLike<number>): number {
  const sizes = Float64Array.from(values, Math.abs).filter(Number.isFinite).sort();
  return sizes.length === 0 ? 0 : 1.4826 * sizes[sizes.length >> 1]!;
}

const ROUNDS = 6;
/** Huber's constant: beyond this many deviations an observation counts less. */
const HUBER = 1.5;
const RIDGE = 0.5;

/**
 * Residuals of a robust linear regression: P. J. Huber, "Robust Estimation of a Location Parameter" (1964), by reweighted
 * least squares with a small ridge on all but the first column.
 *
 * @param design rows × columns, first column all ones
 * @param values one a row, finite
 */
export function regressionResiduals(
  design: Float64Array,
  columns: number,
  values: Float64Array,
): Float64Array {
  const rows = values.length;
  const weights = new Float64Array(rows).fill(1);
  const rest = new Float64Array(rows);
  for (let round = 0; round < ROUNDS; round++) {
    const normal = new Float64Array(columns * columns);
    const right = new Float64Array(columns);
    for (let r = 0; r < rows; r++) {
      for (let a = 0; a < columns; a++) {
        const weighted = weights[r]! * design[r * columns + a]!;
        right[a]! += weighted * values[r]!;
        for (let b = 0; b < columns; b++) normal[a * columns + b]! += weighted * design[r * columns + b]!;
      }
    }
    for (let a = 1; a < columns; a++) normal[a * columns + a]! += RIDGE;
    const solution = solve(normal, right, columns);
    for (let r = 0; r < rows; r++) {
      let fitted = 0;
      for (let a = 0; a < columns; a++) fitted += solution[a]! * design[r * columns + a]!;
      rest[r] = values[r]! - fitted;
    }
    const scale = spread(rest) + 1e-6;
    for (let r = 0; r < rows; r++) weights[r] = 1 / Math.max(1, Math.abs(rest[r]!) / (HUBER * scale));
  }
  return rest;
}

/** Solves a symmetric positive definite system by Cholesky's factorisation, in place of `matrix`. */
export function solve(matrix: Float64Array, right: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k]! * matrix[j * n + k]!;
      matrix[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[j * n + j]!;
    }
  }
  const out = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) out[i]! -= matrix[i * n + k]! * out[k]!;
    out[i]! /= matrix[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) out[i]! -= matrix[k * n + i]! * out[k]!;
    out[i]! /= matrix[i * n + i]!;
  }
  return out;
}
