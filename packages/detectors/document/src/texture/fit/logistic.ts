import { solve } from '../robust.ts';

export interface Fitted {
  readonly weights: Float64Array;
  readonly bias: number;
}

const ROUNDS = 12;

/**
 * Logistic regression by iteratively reweighted least squares, ridge on standardised columns.
 *
 * @param rows row-major, labels.length × columns
 */
export function fitLogistic(rows: Float32Array, columns: number, labels: Uint8Array, ridge: number): Fitted {
  const n = labels.length;
  const mean = new Float64Array(columns);
  const deviation = new Float64Array(columns);
  for (let r = 0; r < n; r++) for (let c = 0; c < columns; c++) mean[c]! += rows[r * columns + c]! / n;
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < columns; c++) deviation[c]! += (rows[r * columns + c]! - mean[c]!) ** 2 / n;
  }
  for (let c = 0; c < columns; c++) deviation[c] = Math.sqrt(deviation[c]!) + 1e-3;
  const size = columns + 1;
  const beta = new Float64Array(size);
  const x = new Float64Array(size);
  x[columns] = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const hessian = new Float64Array(size * size);
    const gradient = new Float64Array(size);
    for (let r = 0; r < n; r++) {
      let sum = beta[columns]!;
      for (let c = 0; c < columns; c++) {
        x[c] = (rows[r * columns + c]! - mean[c]!) / deviation[c]!;
        sum += beta[c]! * x[c]!;
      }
      const p = 1 / (1 + Math.exp(-sum));
      const weight = p * (1 - p) + 1e-6;
      for (let a = 0; a < size; a++) {
        gradient[a]! += x[a]! * (labels[r]! - p);
        const weighted = weight * x[a]!;
        for (let b = 0; b <= a; b++) hessian[a * size + b]! += weighted * x[b]!;
      }
    }
    for (let a = 0; a < size; a++) {
      hessian[a * size + a]! += ridge;
      gradient[a]! -= ridge * beta[a]!;
      for (let b = 0; b < a; b++) hessian[b * size + a] = hessian[a * size + b]!;
    }
    const step = solve(hessian, gradient, size);
    for (let a = 0; a < size; a++) beta[a]! += step[a]!;
  }
  const weights = Float64Array.from({ length: columns }, (_, c) => beta[c]! / deviation[c]!);
  const bias = weights.reduce((sum, weight, c) => sum - weight * mean[c]!, beta[columns]!);
  return { weights, bias };
}

/** Line through (ratio, log10 share above it) of untouched items between the shares 10⁻¹ and 10⁻³·⁵. */
export function fitTail(ratios: Float64Array): { start: number; slope: number } {
  const sorted = Float64Array.from(ratios).sort();
  const points: [number, number][] = [];
  for (let log = -1; log >= -3.5; log -= 0.1) {
    const index = Math.floor(sorted.length * (1 - 10 ** log));
    if (index < sorted.length) points.push([sorted[index]!, log]);
  }
  const n = points.length;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) /
    points.reduce((sum, [x]) => sum + (x - mx) ** 2, 1e-9);
  return { start: my - slope * mx, slope: -slope };
}
