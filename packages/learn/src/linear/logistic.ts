// Logistic regression by Newton's method, with each class's trials weighed to a prior (Brümmer and du Preez 2006, section 6: for calibrating
// log-likelihood ratios the prior's log-odds are an offset, so that what is fitted are ratios and not posteriors).
import { solve } from './solve.ts';

export interface LogisticOptions {
  /** Of class 1, that the ratios are to serve best; 0.5 unless told. */
  readonly prior?: number;
  /** Strength of the pull towards `towards`, against a total weight of 1. */
  readonly ridge?: number;
  /** Weights before any data; zeros unless told. */
  readonly towards?: readonly number[];
  /** One a row; 1 unless told. They share their class's weight. */
  readonly weights?: ArrayLike<number>;
}

/** Weights of a log-likelihood ratio that is linear in the rows (put a 1 into each for an offset). */
export function fitLogRatio(
  rows: readonly ArrayLike<number>[],
  labels: ArrayLike<number | boolean>,
  { prior = 0.5, ridge = 0, towards, weights: given }: LogisticOptions = {},
): number[] {
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, (_, j) => j);
  const origin = towards ?? columns.map(() => 0);
  const total = [0, 0];
  for (let i = 0; i < rows.length; i++) total[labels[i] ? 1 : 0]! += given?.[i] ?? 1;
  const share = [(1 - prior) / total[0]!, prior / total[1]!];
  const offset = Math.log(prior / (1 - prior));
  let fitted = [...origin];
  for (let step = 0; step < 200; step++) {
    const gradient = columns.map((j) => ridge * (fitted[j]! - origin[j]!));
    const curvature = columns.map((j) => columns.map((k) => (j === k ? ridge + 1e-12 : 0)));
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const label = labels[i] ? 1 : 0;
      let score = offset;
      for (let j = 0; j < width; j++) score += fitted[j]! * row[j]!;
      const p = 1 / (1 + Math.exp(-score));
      const weight = share[label]! * (given?.[i] ?? 1);
      for (let j = 0; j < width; j++) {
        gradient[j]! += weight * (p - label) * row[j]!;
        for (let k = 0; k <= j; k++) curvature[j]![k]! += weight * p * (1 - p) * row[j]! * row[k]!;
      }
    }
    for (const j of columns) for (let k = 0; k < j; k++) curvature[k]![j] = curvature[j]![k]!;
    const move = solve(curvature, gradient);
    // Half steps keep Newton from overshooting where classes are nearly separable.
    fitted = fitted.map((weight, j) => weight - 0.5 * move[j]!);
    if (move.every((m) => Math.abs(m) < 1e-9)) break;
  }
  return fitted;
}
