// Beta calibration: Kull, Silva Filho and Flach, "Beyond sigmoids: how to obtain well-calibrated probabilities from binary
// classifiers with beta calibration" (2017), with the smoothed targets of Platt 1999, section 2.2.
import { type Calibration, softplus } from '@jianzhen/evidence';
import { solve } from './linear/solve.ts';

/** Fits the curve on held-out log-odds by Newton's method; a slope that would turn negative is fixed at 0. */
export function fitBeta(scores: ArrayLike<number>, labels: ArrayLike<number>): Calibration {
  const rows = Array.from({ length: scores.length }, (_, i) => [
    -softplus(-scores[i]!),
    softplus(scores[i]!),
    1,
  ]);
  const fitted = newton(rows, labels, [0, 1, 2]);
  if (fitted[0]! >= 0 && fitted[1]! >= 0) return { low: fitted[0]!, high: fitted[1]!, offset: fitted[2]! };
  const kept = fitted[0]! < 0 ? 1 : 0;
  const [slope, offset] = newton(rows, labels, [kept, 2]);
  const monotone = Math.max(0, slope!);
  return { low: kept === 0 ? monotone : 0, high: kept === 1 ? monotone : 0, offset: offset! };
}

/** Logistic regression of the labels on the chosen columns. */
function newton(rows: readonly number[][], labels: ArrayLike<number>, columns: readonly number[]): number[] {
  const positives = Array.from(labels).filter(Boolean).length;
  const target = [1 / (rows.length - positives + 2), (positives + 1) / (positives + 2)];
  let weights = columns.map(() => 0);
  for (let step = 0; step < 100; step++) {
    const gradient = columns.map(() => 0);
    const curvature = columns.map((_, j) => columns.map((__, k) => (j === k ? 1e-9 : 0)));
    rows.forEach((row, i) => {
      const p = 1 / (1 + Math.exp(-columns.reduce((sum, c, j) => sum + weights[j]! * row[c]!, 0)));
      const error = p - target[labels[i] ? 1 : 0]!;
      const weight = Math.max(p * (1 - p), 1e-9);
      columns.forEach((c, j) => {
        gradient[j]! += error * row[c]!;
        columns.forEach((d, k) => {
          curvature[j]![k]! += weight * row[c]! * row[d]!;
        });
      });
    });
    const move = solve(curvature, gradient);
    // Half steps keep Newton from overshooting where classes are nearly separable.
    weights = weights.map((weight, j) => weight - 0.5 * move[j]!);
    if (move.every((m) => Math.abs(m) < 1e-9)) break;
  }
  return weights;
}

/** Expected calibration error over equal-count bins (Naeini et al. 2015): mean |observed share − mean probability|. */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  bins = 10,
): number {
  const order = Array.from({ length: probabilities.length }, (_, i) => i).sort(
    (a, b) => probabilities[a]! - probabilities[b]!,
  );
  let error = 0;
  for (let b = 0; b < bins; b++) {
    const members = order.slice(
      Math.floor((b * order.length) / bins),
      Math.floor(((b + 1) * order.length) / bins),
    );
    if (members.length === 0) continue;
    const observed = members.reduce((sum, i) => sum + (labels[i] ? 1 : 0), 0);
    const expected = members.reduce((sum, i) => sum + probabilities[i]!, 0);
    error += Math.abs(observed - expected) / order.length;
  }
  return error;
}
