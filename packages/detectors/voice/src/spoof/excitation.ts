// What drives the tract: pulses of a vocoder have one shape and one phase, a glottis does not. Residual of linear prediction: Atal & Hanauer, "Speech
// analysis and synthesis by linear prediction of the speech wave" (1971); its use against synthesis: Sahidullah et al. (2015), section 3.
import { deviation, mean, moment, type Named, quantile } from './statistics.ts';

/** 8 kHz: what the telephone leaves. */
const FRAME = 256;
const STEP = 128;
const ORDER = 10;
/** Lags of 60–400 Hz at 8 kHz. */
const LAGS = [20, 133] as const;
const VOICED = 0.5;

/** @param samples at 16 kHz */
export function excitation(samples: Float32Array): Named {
  const low = halved(samples);
  const frames: {
    readonly peak: number;
    readonly lag: number;
    readonly gain: number;
    readonly kurtosis: number;
    readonly skewness: number;
  }[] = [];
  for (let at = 0; at + 2 * FRAME <= low.length; at += STEP) {
    const frame = low.subarray(at, at + 2 * FRAME);
    const { residual, gain } = predicted(frame);
    const spread = deviation(residual) + 1e-9;
    frames.push({
      ...periodicity(frame),
      gain,
      kurtosis: moment(residual, 4) / spread ** 4,
      skewness: moment(residual, 3) / spread ** 3,
    });
  }
  const voiced = frames.filter(({ peak }) => peak > VOICED);
  const peaks = voiced.map(({ peak }) => peak);
  const kurtoses = voiced.map(({ kurtosis }) => Math.log1p(kurtosis));
  const steps = voiced.slice(1).map(({ lag }, i) => Math.abs(Math.log(lag / voiced[i]!.lag)));
  return {
    'voiced-share': voiced.length / Math.max(1, frames.length),
    'voiced-mean': mean(peaks),
    'voiced-spread': deviation(peaks),
    'voiced-high': quantile(peaks, 0.9),
    'pitch-steps': Math.log(quantile(steps, 0.5) + 1e-3),
    'pitch-spread': deviation(voiced.map(({ lag }) => Math.log(lag))),
    'residual-kurtosis': mean(kurtoses),
    'residual-kurtosis-spread': deviation(kurtoses),
    'residual-kurtosis-other': mean(
      frames.filter(({ peak }) => peak <= VOICED).map(({ kurtosis }) => Math.log1p(kurtosis)),
    ),
    // Which way round a line is wired is not known: the size alone counts.
    'residual-skewness': Math.abs(mean(voiced.map(({ skewness }) => skewness))),
    'residual-skewness-spread': deviation(voiced.map(({ skewness }) => skewness)),
    'prediction-gain': mean(voiced.map(({ gain }) => gain)),
    'prediction-gain-spread': deviation(voiced.map(({ gain }) => gain)),
    crest: Math.log(quantile([...low].map(Math.abs), 0.999) / (deviation(low) + 1e-9) + 1e-3),
  };
}

/** Every second sample of a half-band average: enough, for speech is weak above. */
function halved(samples: Float32Array): Float32Array {
  const at = (i: number) => samples[i] ?? 0;
  return Float32Array.from(
    { length: samples.length >> 1 },
    (_, i) =>
      0.5 * at(2 * i) + 0.28 * (at(2 * i - 1) + at(2 * i + 1)) - 0.03 * (at(2 * i - 3) + at(2 * i + 3)),
  );
}

/** Highest normalised autocorrelation among the lags of a voice. */
function periodicity(frame: Float32Array): { readonly peak: number; readonly lag: number } {
  const length = frame.length - LAGS[1];
  /** Energy of the first so many samples. */
  const energy = new Float64Array(frame.length + 1);
  for (let i = 0; i < frame.length; i++) energy[i + 1] = energy[i]! + frame[i]! ** 2;
  let [peak, best] = [0, LAGS[0] as number];
  for (let lag = LAGS[0]; lag <= LAGS[1]; lag++) {
    let product = 0;
    for (let i = 0; i < length; i++) product += frame[i]! * frame[i + lag]!;
    const value =
      product / Math.sqrt((energy[length]! + 1e-9) * (energy[lag + length]! - energy[lag]! + 1e-9));
    // A multiple of the period is as alike: the shortest lag counts.
    if (value > peak + 0.02) [peak, best] = [value, lag];
  }
  return { peak, lag: best };
}

/** Residual of linear prediction by Levinson's recursion, and how much was predicted, in nats. */
function predicted(frame: Float32Array): { readonly residual: Float64Array; readonly gain: number } {
  const windowed = Float64Array.from(
    frame,
    (x, i) => x * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / frame.length)),
  );
  const correlation = Float64Array.from({ length: ORDER + 1 }, (_, lag) => {
    let sum = 0;
    for (let i = lag; i < windowed.length; i++) sum += windowed[i]! * windowed[i - lag]!;
    return sum;
  });
  correlation[0] = correlation[0]! * 1.0005 + 1e-9;
  let taps = Float64Array.of(1);
  let error = correlation[0];
  for (let order = 1; order <= ORDER; order++) {
    let sum = 0;
    for (let i = 0; i < order; i++) sum += taps[i]! * correlation[order - i]!;
    const reflection = -sum / error;
    const before = taps;
    taps = Float64Array.from(
      { length: order + 1 },
      (_, i) => (before[i] ?? 0) + reflection * (before[order - i] ?? 0),
    );
    error *= 1 - reflection * reflection;
  }
  const residual = Float64Array.from({ length: frame.length - ORDER }, (_, i) => {
    let sum = 0;
    for (let k = 0; k <= ORDER; k++) sum += taps[k]! * frame[i + ORDER - k]!;
    return sum;
  });
  return { residual, gain: Math.log(correlation[0] / error) };
}
