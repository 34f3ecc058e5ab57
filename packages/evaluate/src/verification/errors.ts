// Equal error rate and detection cost as in NIST's evaluations of speaker recognition (Martin and Przybocki 2000; SRE 2016 plan, section 3).
import { operatingCurve, type SortedTrials } from './trials.ts';

/** Rate at which misses and false alarms are equal, on the line between the two points where they cross. NaN without both classes. */
export function equalErrorRate(trials: SortedTrials, weights?: ArrayLike<number>): number {
  let before = { miss: 0, falseAlarm: 1 };
  for (const point of operatingCurve(trials, weights)) {
    if (point.miss >= point.falseAlarm) {
      const gap = before.falseAlarm - before.miss;
      const part = gap / (gap + point.miss - point.falseAlarm);
      return before.miss + part * (point.miss - before.miss);
    }
    before = point;
  }
  return Number.NaN;
}

/**
 * Least detection cost over all thresholds, divided by that of the better blind decision: 1 means that the scores are of no use.
 * Both costs are 1.
 *
 * @param prior of a target, in (0, 1)
 */
export function minDcf(trials: SortedTrials, prior = 0.01, weights?: ArrayLike<number>): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { miss, falseAlarm } of operatingCurve(trials, weights)) {
    const cost = prior * miss + (1 - prior) * falseAlarm;
    // NaN, where a class is missing, must come out as such.
    if (!(cost >= least)) least = cost;
  }
  return least / Math.min(prior, 1 - prior);
}
