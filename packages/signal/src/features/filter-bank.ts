/**
 * The log mel filter bank of Kaldi (D. Povey et al., "The Kaldi speech recognition toolkit", ASRU 2011; feature-fbank.cc with
 * its defaults but 80 bands and no dither), which speaker models are trained on: `test/fixtures/filter-bank.json` holds Kaldi's own.
 */
import { ANALYSIS_RATE } from '../types.ts';
import { powerSpectrum } from './fft.ts';
import { melBands } from './mel.ts';

/** Features of a piece of sound, one row a frame. */
export interface Features {
  readonly frames: number;
  readonly mels: number;
  /** `frames * mels`, natural logarithms of energies. */
  readonly values: Float32Array;
}

export const MELS = 80;
/** Samples of a frame (25 ms) and between the beginnings of two (10 ms). */
const WINDOW = 400;
const SHIFT = 160;
const SIZE = 512;
const PREEMPHASIS = 0.97;
/** Kaldi reads 16-bit samples as they are. */
const SCALE = 32768;
/** The smallest difference of floats of 32 bits around 1. */
const FLOOR = 2 ** -23;

/** A Hann window to the power of 0.85: "Povey's", which goes to zero at the ends. */
const povey = Float64Array.from(
  { length: WINDOW },
  (_, i) => (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (WINDOW - 1))) ** 0.85,
);
const spectrum = powerSpectrum(SIZE);
const bands = melBands(MELS, SIZE / 2, ANALYSIS_RATE / SIZE, 20, ANALYSIS_RATE / 2);
const frame = new Float64Array(SIZE);
const power = new Float64Array(SIZE / 2);

/** Frames that fit into so many samples; the tail that fills none is left out (Kaldi's "snip edges"). */
export const frameCount = (samples: number): number =>
  samples < WINDOW ? 0 : 1 + Math.floor((samples - WINDOW) / SHIFT);

/** @param samples at 16 kHz, in [-1, 1] */
export function filterBank(samples: Float32Array): Features {
  const frames = frameCount(samples.length);
  const values = new Float32Array(frames * MELS);
  for (let i = 0; i < frames; i++) {
    loadFrame(samples, i * SHIFT);
    spectrum(frame, power);
    writeBands(values, i * MELS);
  }
  return { frames, mels: MELS, values };
}

/** The mean is taken off each band, over time: what is constant is the channel, not the voice. In place. */
export function subtractMean({ frames, mels, values }: Features): void {
  for (let band = 0; band < mels; band++) {
    let sum = 0;
    for (let at = band; at < values.length; at += mels) sum += values[at]!;
    const mean = sum / frames;
    for (let at = band; at < values.length; at += mels) values[at] = values[at]! - mean;
  }
}

/** Offset off, pre-emphasis, window; what follows the window in `frame` stays zero. */
function loadFrame(samples: Float32Array, from: number): void {
  let sum = 0;
  for (let i = 0; i < WINDOW; i++) sum += samples[from + i]!;
  const mean = sum / WINDOW;
  let before = samples[from]! - mean;
  for (let i = 0; i < WINDOW; i++) {
    const value = samples[from + i]! - mean;
    frame[i] = (value - PREEMPHASIS * before) * SCALE * povey[i]!;
    before = value;
  }
}

function writeBands(values: Float32Array, at: number): void {
  for (let band = 0; band < MELS; band++) {
    const { first, weights } = bands[band]!;
    let energy = 0;
    for (let i = 0; i < weights.length; i++) energy += weights[i]! * power[first + i]!;
    values[at + band] = Math.log(Math.max(energy, FLOOR));
  }
}
