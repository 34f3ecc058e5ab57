import type { OperatingPoints } from '@jianzhen/evidence';

/** The lowest threshold (`score >= threshold` is an alarm) with at most `rate` of the negatives alarmed. */
export function thresholdAtFalseAlarms(
  scores: readonly number[],
  labels: readonly number[],
  rate: number,
): number {
  const negatives = scores.filter((_, i) => !labels[i]).sort((a, b) => b - a);
  const allowed = Math.floor(rate * negatives.length);
  const limit = negatives[allowed];
  if (limit === undefined) return Number.NEGATIVE_INFINITY;
  const above = scores.filter((score) => score > limit);
  return above.length > 0 ? (above.reduce((a, b) => Math.min(a, b)) + limit) / 2 : limit + 1e-6;
}

/** The threshold at which misses and false alarms are equally frequent. */
export function equalErrorThreshold(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((score, i) => ({ score, label: labels[i]! })).sort((a, b) => a.score - b.score);
  const positives = order.filter(({ label }) => label).length;
  const negatives = order.length - positives;
  let misses = 0;
  let alarms = negatives;
  for (let i = 0; i < order.length; i++) {
    if (misses / positives >= alarms / negatives) return order[i]!.score;
    if (order[i]!.label) misses++;
    else alarms--;
  }
  return order.at(-1)?.score ?? 0;
}

/** Both points of a verdict from held-out calibrated probabilities. `forged` never lies below `suspicious`. */
export function operatingPoints(
  probabilities: readonly number[],
  labels: readonly number[],
  falseAlarms = 0.01,
): OperatingPoints {
  const forged = thresholdAtFalseAlarms(probabilities, labels, falseAlarms);
  return { forged, suspicious: Math.min(forged, equalErrorThreshold(probabilities, labels)) };
}
