/** Trials in the order of their scores, so that every weighting of them (bootstrap) is one pass. */
export interface SortedTrials {
  /** Ascending. */
  readonly scores: Float64Array;
  /** 1 where both sides are one speaker. */
  readonly labels: Uint8Array;
  /** Where each stood before. */
  readonly order: Uint32Array;
}

/** Sorts trials by score; `scores` and `labels` are of one length. */
export function sortTrials(scores: ArrayLike<number>, labels: ArrayLike<number | boolean>): SortedTrials {
  const order = Uint32Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => scores[a]! - scores[b]!,
  );
  return {
    scores: Float64Array.from(order, (i) => scores[i]!),
    labels: Uint8Array.from(order, (i) => (labels[i] ? 1 : 0)),
    order,
  };
}

/** Rates of error when a score must be above those of the trials gone by. */
export interface ErrorRates {
  readonly miss: number;
  readonly falseAlarm: number;
}

/**
 * Every operating point from "all are accepted" to "none is"; trials of one score pass together.
 *
 * @param weights one a trial, in the order before sorting; all 1 unless told
 */
export function* operatingCurve(
  { scores, labels, order }: SortedTrials,
  weights?: ArrayLike<number>,
): Generator<ErrorRates> {
  const weight = (i: number) => (weights ? weights[order[i]!]! : 1);
  const total = [0, 0];
  for (let i = 0; i < labels.length; i++) total[labels[i]!]! += weight(i);
  const passed = [0, 0];
  yield { miss: 0, falseAlarm: 1 };
  for (let i = 0; i < labels.length; ) {
    const score = scores[i];
    for (; i < labels.length && scores[i] === score; i++) passed[labels[i]!]! += weight(i);
    yield { miss: passed[1]! / total[1]!, falseAlarm: 1 - passed[0]! / total[0]! };
  }
}
