// Fawcett 2006, "An introduction to ROC analysis"; Wilson 1927 for the interval of a proportion.

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Area under the ROC curve by the rank sum; ties count half. NaN without both classes. */
export function auc(scores: readonly number[], labels: readonly number[]): number {
  const order = scores.map((score, i) => ({ score, label: labels[i]! })).sort((a, b) => a.score - b.score);
  let rankSum = 0;
  let positives = 0;
  for (let i = 0; i < order.length; ) {
    let end = i;
    while (end < order.length && order[end]!.score === order[i]!.score) end++;
    const rank = (i + end + 1) / 2;
    for (; i < end; i++) {
      if (!order[i]!.label) continue;
      positives++;
      rankSum += rank;
    }
  }
  const negatives = order.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Share of positives found at the threshold where at most `rate` of this set's negatives are alarmed. */
export function tprAtFpr(scores: readonly number[], labels: readonly number[], rate: number): number {
  const negatives = scores.filter((_, i) => !labels[i]).sort((a, b) => b - a);
  const limit = negatives[Math.floor(rate * negatives.length)] ?? Number.NEGATIVE_INFINITY;
  const positives = scores.filter((_, i) => labels[i]);
  return positives.filter((score) => score > limit).length / positives.length;
}

/** Mean of sensitivity and specificity when `score >= threshold` says positive. */
export function balancedAccuracy(
  scores: readonly number[],
  labels: readonly number[],
  threshold: number,
): number {
  const { tpr, fpr } = ratesAt(scores, labels, threshold);
  return (tpr + 1 - fpr) / 2;
}

export function ratesAt(
  scores: readonly number[],
  labels: readonly number[],
  threshold: number,
): { tpr: number; fpr: number } {
  const hit = [0, 0];
  const all = [0, 0];
  scores.forEach((score, i) => {
    const label = labels[i] ? 1 : 0;
    all[label]!++;
    if (score >= threshold) hit[label]!++;
  });
  return { tpr: hit[1]! / all[1]!, fpr: hit[0]! / all[0]! };
}

/** Wilson score interval of k out of n at 95%. */
export function wilson(k: number, n: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const z = 1.959964;
  const p = k / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

export interface PixelCounts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
}

/** How often an 8-bit mask takes each value 0–255 over pixels that truly were altered, and over the others. */
export interface MaskHistogram {
  readonly altered: Uint32Array;
  readonly untouched: Uint32Array;
}

/** Compares two 8-bit masks of one size; a pixel was truly altered from 128 up. */
export function maskHistogram(predicted: Uint8Array, truth: Uint8Array): MaskHistogram {
  const altered = new Uint32Array(256);
  const untouched = new Uint32Array(256);
  for (let i = 0; i < truth.length; i++) (truth[i]! >= 128 ? altered : untouched)[predicted[i]!]!++;
  return { altered, untouched };
}

/** Pixels right and wrong when a pixel counts as flagged from `threshold` up. */
export function countsAt({ altered, untouched }: MaskHistogram, threshold = 128): PixelCounts {
  const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);
  return {
    truePositive: sum(altered.subarray(threshold)),
    falsePositive: sum(untouched.subarray(threshold)),
    falseNegative: sum(altered.subarray(0, threshold)),
  };
}

/** F1 at the threshold that suits this very picture best: what an oracle would choose, an upper bound. */
export function oracleF1({ altered, untouched }: MaskHistogram): number {
  const counts = { truePositive: 0, falsePositive: 0, falseNegative: altered.reduce((a, b) => a + b, 0) };
  let best = 0;
  for (let threshold = 255; threshold >= 0; threshold--) {
    counts.truePositive += altered[threshold]!;
    counts.falsePositive += untouched[threshold]!;
    counts.falseNegative -= altered[threshold]!;
    best = Math.max(best, f1(counts));
  }
  return best;
}

export const f1 = ({ truePositive: tp, falsePositive: fp, falseNegative: fn }: PixelCounts): number =>
  tp + fp + fn === 0 ? 1 : (2 * tp) / (2 * tp + fp + fn);

export const iou = ({ truePositive: tp, falsePositive: fp, falseNegative: fn }: PixelCounts): number =>
  tp + fp + fn === 0 ? 1 : tp / (tp + fp + fn);

/** Percentile bootstrap over groups (all images of one source stay together), seeded by the caller's generator. */
export function bootstrap<T>(
  groups: readonly (readonly T[])[],
  statistic: (items: T[]) => number,
  random: () => number,
  rounds = 500,
): Interval {
  const values: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const items = groups.flatMap(() => groups[Math.floor(random() * groups.length)]!);
    const value = statistic(items);
    if (Number.isFinite(value)) values.push(value);
  }
  return middle95(values);
}

/** What lies between the 2.5th and the 97.5th percentile. */
export function middle95(values: readonly number[]): Interval {
  const ascending = values.toSorted((a, b) => a - b);
  return {
    low: ascending[Math.floor(0.025 * ascending.length)] ?? Number.NaN,
    high: ascending[Math.ceil(0.975 * ascending.length) - 1] ?? Number.NaN,
  };
}
