/**
 * How a detector's log-odds become a probability: beta calibration (Kull, Silva Filho and Flach 2017) of p = sigmoid(score),
 * sigmoid(low · ln p − high · ln(1 − p) + offset). With low = high it is Platt scaling.
 */
export interface Calibration {
  /** Slope of the log-odds where scores are far below 0; never negative. */
  readonly low: number;
  /** Slope where they are far above. */
  readonly high: number;
  readonly offset: number;
}

/** ln(1 + eˣ) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** The calibrated probability of a score (log-odds), 0–1. */
export const calibrated = ({ low, high, offset }: Calibration, score: number): number =>
  1 / (1 + Math.exp(-(high * softplus(score) - low * softplus(-score) + offset)));
