// Sahidullah, Kinnunen & Hanilçi, "A comparison of features for synthetic speech detection" (Interspeech 2015): linear-frequency cepstral coefficients,
// the baseline of ASVspoof. Here over the telephone's band alone, for what lies above is the line's doing before it is the speaker's.
import { ANALYSIS_RATE, powerSpectrum } from '@jianzhen/signal';

export const COEFFICIENTS = 20;
export const BANDS = 24;
/** 20 ms every 10 ms. */
export const WINDOW = 320;
export const SHIFT = 160;
const SIZE = 512;
const LOW = 250;
const HIGH = 3400;
const FLOOR = 1e-10;

/** One row a frame. */
export interface Frames {
  readonly count: number;
  /** count × BANDS, natural logarithms of power. */
  readonly bands: Float32Array;
  /** count × COEFFICIENTS. */
  readonly cepstra: Float32Array;
}

const spectrum = powerSpectrum(SIZE);
const hamming = Float64Array.from(
  { length: WINDOW },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (WINDOW - 1)),
);
const width = (HIGH - LOW) / (BANDS + 1);
const triangles = Array.from({ length: BANDS }, (_, band) =>
  Float64Array.from({ length: SIZE / 2 }, (__, bin) => {
    const at = ((bin * ANALYSIS_RATE) / SIZE - LOW) / width - band;
    return Math.max(0, 1 - Math.abs(at - 1));
  }),
);
const cosines = Array.from({ length: COEFFICIENTS }, (_, k) =>
  Float64Array.from(
    { length: BANDS },
    (__, band) => Math.sqrt(2 / BANDS) * Math.cos((Math.PI * k * (band + 0.5)) / BANDS),
  ),
);

/** @param samples at 16 kHz, in [-1, 1] */
export function lfcc(samples: Float32Array): Frames {
  const count = samples.length < WINDOW ? 0 : 1 + Math.floor((samples.length - WINDOW) / SHIFT);
  const bands = new Float32Array(count * BANDS);
  const cepstra = new Float32Array(count * COEFFICIENTS);
  const frame = new Float64Array(SIZE);
  const power = new Float64Array(SIZE / 2);
  for (let f = 0; f < count; f++) {
    for (let i = 0; i < WINDOW; i++) frame[i] = hamming[i]! * samples[f * SHIFT + i]!;
    spectrum(frame, power);
    const row = bands.subarray(f * BANDS, (f + 1) * BANDS);
    for (let band = 0; band < BANDS; band++) row[band] = Math.log(dot(triangles[band]!, power) + FLOOR);
    for (let k = 0; k < COEFFICIENTS; k++) cepstra[f * COEFFICIENTS + k] = dot(cosines[k]!, row);
  }
  return { count, bands, cepstra };
}

function dot(weights: Float64Array, values: Float64Array | Float32Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
  return sum;
}
