import { ANALYSIS_RATE } from '../types.ts';
import { decibels, levelHistogram } from './levels.ts';
import { spectrumMeter } from './spectrum.ts';

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
  /** How much the shape of its spectrum changes, see `SpectrumMeter`. */
  readonly variation: number;
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

/**
 * `highBandDb` from which on a recording counts as wide: 99% of wide-band speech lies above -55 dB, what came through 8 kHz
 * below -90 dB.
 */
const WIDE_DB = -60;
/** G.711 ends at 0.98. */
const FULL_SCALE = 0.97;
/** Fewer windows between speech than this say little of the noise; then the quietest of speech itself must do. */
const ENOUGH_NOISE = 8;
const QUIET_SHARE = 0.05;
const MAX_SNR = 60;

export function qualityMeter(): QualityMeter {
  const [spoken, between] = [levelHistogram(), levelHistogram()];
  const spectra = spectrumMeter();
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
      spectra.add(window);
    },
    quality() {
      const power = samples > 0 ? energy / samples : 0;
      // Noise goes on under speech: what is louder between it is speech that was not taken for it, or a bang.
      const quiet = spoken.quantile(QUIET_SHARE);
      const noise = between.count >= ENOUGH_NOISE ? Math.min(quiet, between.quantile(0.5)) : quiet;
      const highBandDb = spectra.highBandDb();
      return {
        netSeconds: samples / ANALYSIS_RATE,
        levelDbfs: decibels(power),
        clipping: samples > 0 ? clipped / samples : 0,
        snrDb: signalToNoise(power, noise),
        highBandDb,
        variation: spectra.variation(),
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
