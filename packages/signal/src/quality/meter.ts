import { powerSpectrum } from '../features/fft.ts';
import { ANALYSIS_RATE } from '../types.ts';
import { WINDOW_SAMPLES } from '../vad/silero.ts';
import { decibels, levelHistogram } from './levels.ts';

/** What speech is to be judged by. */
export interface SpeechQuality {
  /** Net speech, s, the padding of its runs included. */
  readonly netSeconds: number;
  /** Mean level of speech, dB below a square wave of full scale; -∞ where there is none. */
  readonly levelDbfs: number;
  /** Share of the samples of speech that stand at full scale. */
  readonly clipping: number;
  /** Speech against what lies between it, dB, within 0 and 60. */
  readonly snrDb: number;
  /** Energy of speech above 4.2 kHz against that of the telephone's band, dB; -∞ where there is none. */
  readonly highBandDb: number;
  /** Whether anything of the voice lies above 4 kHz: a telephone passes nothing there. */
  readonly bandwidth: 'narrow' | 'wide';
}

/** Measures a channel window by window. */
export interface QualityMeter {
  /** @param window at most 512 samples at 16 kHz */
  add(window: Float32Array, speech: boolean): void;
  quality(): SpeechQuality;
  /** Highest level of any window, dBFS, speech or not. */
  peakDbfs(): number;
}

/** G.711 ends at 0.98. */
const FULL_SCALE = 0.97;
/** Fewer windows between speech than this say little of the noise; then the quietest of speech itself must do. */
const ENOUGH_NOISE = 8;
const QUIET_SHARE = 0.05;
const MAX_SNR = 60;

export function qualityMeter(): QualityMeter {
  const [spoken, between] = [levelHistogram(), levelHistogram()];
  const bands = bandMeter();
  let [samples, energy, clipped, peak] = [0, 0, 0, 0];
  return {
    add(window, speech) {
      const power = meanSquare(window);
      peak = Math.max(peak, power);
      (speech ? spoken : between).add(power);
      if (!speech) return;
      samples += window.length;
      energy += power * window.length;
      for (const value of window) if (Math.abs(value) >= FULL_SCALE) clipped++;
      bands.add(window);
    },
    quality() {
      const power = samples > 0 ? energy / samples : 0;
      const noise = between.count >= ENOUGH_NOISE ? between.quantile(0.5) : spoken.quantile(QUIET_SHARE);
      const highBandDb = bands.highDb();
      return {
        netSeconds: samples / ANALYSIS_RATE,
        levelDbfs: decibels(power),
        clipping: samples > 0 ? clipped / samples : 0,
        snrDb: signalToNoise(power, noise),
        highBandDb,
        bandwidth: highBandDb > WIDE_DB ? 'wide' : 'narrow',
      };
    },
    peakDbfs: () => decibels(peak),
  };
}

/** Speech comes with the noise in it. */
function signalToNoise(power: number, noise: number): number {
  if (power <= noise) return 0;
  const ratio = decibels((power - noise) / noise);
  return Math.min(MAX_SNR, Math.max(0, ratio));
}

/** Without its offset, which many cheap recorders add. */
function meanSquare(window: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (const value of window) {
    sum += value;
    squares += value * value;
  }
  return Math.max(0, squares / window.length - (sum / window.length) ** 2);
}

const spectrum = powerSpectrum(WINDOW_SAMPLES);
const hann = Float64Array.from(
  { length: WINDOW_SAMPLES },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW_SAMPLES),
);
const frame = new Float64Array(WINDOW_SAMPLES);
const power = new Float64Array(WINDOW_SAMPLES / 2);
const bin = (hz: number) => Math.round((hz * WINDOW_SAMPLES) / ANALYSIS_RATE);
const sumOf = (from: number, to: number) => {
  let sum = 0;
  for (let k = bin(from); k < bin(to); k++) sum += power[k]!;
  return sum;
};

/** Energy above 4.2 kHz against that of the telephone band, from which on a recording counts as wide. */
const WIDE_DB = -60;

function bandMeter() {
  let [low, high] = [0, 0];
  return {
    add(window: Float32Array) {
      if (window.length < WINDOW_SAMPLES) return;
      for (let i = 0; i < WINDOW_SAMPLES; i++) frame[i] = window[i]! * hann[i]!;
      spectrum(frame, power);
      low += sumOf(300, 3400);
      high += sumOf(4200, 7500);
    },
    highDb: () => (low > 0 ? decibels(high / low) : Number.NEGATIVE_INFINITY),
  };
}
