import type { Voiceprint } from '@jianzhen/evidence';

export type Band = Voiceprint['band'];

/**
 * From a score to a natural log-likelihood ratio: slope(q) · score + offset(q), both polynomials in q = −ln(1/a + 1/b) for a and b seconds of net
 * speech on the two sides, kept within `lengths`.
 */
export interface RatioCalibration {
  /** Coefficients, the constant first. */
  readonly slope: readonly number[];
  readonly offset: readonly number[];
  /** Smallest and largest q that it was fitted on. */
  readonly lengths: readonly [number, number];
}

/** How often two different voices reach a ratio; ratios ascend, rates fall. */
export interface RatePoint {
  readonly llr: number;
  readonly rate: number;
}

export interface BandFile {
  /** Mean embedding, float32, in base64. */
  readonly centre: string;
  /** Other people's voices, as many rows of `rows` numbers, float32, in base64: what a score is normalised by. */
  readonly cohort: string;
  readonly calibration: RatioCalibration;
  readonly falseAlarms: readonly RatePoint[];
}

/** `models/voice/backend.json`, fitted by scripts/fit-voice. */
export interface BackEndFile {
  readonly version: '1';
  readonly model: { readonly id: string; readonly sha256: string; readonly dims: number };
  /** What is compared has so many numbers. */
  readonly rows: number;
  /** Linear map `rows` × dims after centring, float32 in base64; null where there is none. */
  readonly projection: string | null;
  /** Variance between speakers along each row where it is 1 within: scores are those of the two-covariance model; null for cosines. */
  readonly between: readonly number[] | null;
  /** So many nearest voices of the cohort make the normalisation; 0 for none. */
  readonly nearest: number;
  /** Ratio at which recordings are of one voice when many are grouped. */
  readonly groupFrom: number;
  readonly bands: Readonly<Record<Band, BandFile>>;
}

/** A voiceprint made ready for comparing: a score is a scalar product and two numbers. */
export interface Template {
  readonly vector: Float32Array;
  readonly offset: number;
  readonly seconds: number;
  readonly band: Band;
  /** Of its scores against the nearest voices of the cohort; 0 and 1 without normalisation. */
  readonly mean: number;
  readonly deviation: number;
}
