// Calibration with a measure of quality: Brümmer and de Villiers, "The BOSARIS toolkit" (2013), section 3; Mandasari et al., "Quality measure
// functions for calibration of speaker recognition systems in various duration conditions" (2013).
import type { Band, RatePoint, RatioCalibration } from './types.ts';

/** How much speech a comparison has: what a mean of each side varies by falls with its seconds. */
export const lengthMeasure = (a: number, b: number): number => -Math.log(1 / a + 1 / b);

/** A comparison is as narrow as its narrower side. */
export const bandOf = (a: Band, b: Band): Band =>
  a === 'telephone' || b === 'telephone' ? 'telephone' : 'wide';

/** Of a comparison of `a` with `b` seconds of net speech. */
export function calibratedRatio(
  { slope, offset, lengths }: RatioCalibration,
  score: number,
  a: number,
  b: number,
): number {
  const q = Math.min(lengths[1], Math.max(lengths[0], lengthMeasure(a, b)));
  return Math.max(0, polynomial(slope, q)) * score + polynomial(offset, q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!;
  return value;
}

/**
 * How often two different voices reach a ratio. Between measured points the logarithm is linear; beyond the last it falls as e^−llr, which is
 * how calibrated ratios fall where those of equal voices are level.
 */
export function falseAlarmRate(points: readonly RatePoint[], llr: number): number {
  const next = points.findIndex((point) => point.llr > llr);
  if (next === 0) return 1;
  if (next < 0) {
    const last = points.at(-1)!;
    return last.rate * Math.exp(last.llr - llr);
  }
  const [low, high] = [points[next - 1]!, points[next]!];
  const part = (llr - low.llr) / (high.llr - low.llr);
  return low.rate * (high.rate / low.rate) ** part;
}

/** Probability that an unknown voice reaches the ratio against any of `size` voices, were they independent. */
export const falseAlarmsOfList = (points: readonly RatePoint[], llr: number, size: number): number =>
  -Math.expm1(size * Math.log1p(-Math.min(1 - 1e-12, falseAlarmRate(points, llr))));

/** The least ratio that keeps a list's false alarms at or below `rate`, 0–1. */
export function ratioForList(points: readonly RatePoint[], rate: number, size: number): number {
  let [low, high] = [points[0]!.llr, points.at(-1)!.llr + 60];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (falseAlarmsOfList(points, middle, size) > rate) low = middle;
    else high = middle;
  }
  return high;
}
