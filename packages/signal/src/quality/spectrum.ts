import { powerSpectrum } from '../features/fft.ts';
import { melBands } from '../features/mel.ts';
import { ANALYSIS_RATE } from '../types.ts';
import { WINDOW_SAMPLES } from '../vad/silero.ts';
import { decibels } from './levels.ts';

/** What the spectra of a channel's speech have to say, window by window. */
export interface SpectrumMeter {
  /** Windows that are not whole are left out. */
  add(window: Float32Array): void;
  /** Energy above 4.2 kHz against that of the telephone's band, dB; -∞ where there is none. */
  highBandDb(): number;
  /**
   * How much the shape of the spectrum changes: the deviation over time of log energies in 16 bands of the telephone's width,
   * the level of each window taken off; nepers of power.
   */
  variation(): number;
}

const BANDS = 16;
/** Of a power spectrum of samples in [-1, 1]: next to nothing. */
const FLOOR = 1e-7;
const BIN_HZ = ANALYSIS_RATE / WINDOW_SAMPLES;
const spectrum = powerSpectrum(WINDOW_SAMPLES);
const bands = melBands(BANDS, WINDOW_SAMPLES / 2, BIN_HZ, 100, 3800);
const hann = Float64Array.from(
  { length: WINDOW_SAMPLES },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / WINDOW_SAMPLES),
);
const frame = new Float64Array(WINDOW_SAMPLES);
const power = new Float64Array(WINDOW_SAMPLES / 2);
const logs = new Float64Array(BANDS);

export function spectrumMeter(): SpectrumMeter {
  const [sums, squares] = [new Float64Array(BANDS), new Float64Array(BANDS)];
  let [windows, low, high] = [0, 0, 0];
  return {
    add(window) {
      if (window.length < WINDOW_SAMPLES) return;
      for (let i = 0; i < WINDOW_SAMPLES; i++) frame[i] = window[i]! * hann[i]!;
      spectrum(frame, power);
      windows++;
      low += energyBetween(300, 3400);
      high += energyBetween(4200, 7500);
      const mean = takeLogs();
      for (let band = 0; band < BANDS; band++) {
        const shape = logs[band]! - mean;
        sums[band] = sums[band]! + shape;
        squares[band] = squares[band]! + shape * shape;
      }
    },
    highBandDb: () => (low > 0 ? decibels(high / low) : Number.NEGATIVE_INFINITY),
    variation() {
      if (windows === 0) return 0;
      const deviations = sums.map((sum, band) =>
        Math.sqrt(Math.max(0, squares[band]! / windows - (sum / windows) ** 2)),
      );
      return deviations.reduce((total, deviation) => total + deviation, 0) / BANDS;
    },
  };
}

function energyBetween(from: number, to: number): number {
  let sum = 0;
  for (let bin = Math.round(from / BIN_HZ); bin < Math.round(to / BIN_HZ); bin++) sum += power[bin]!;
  return sum;
}

/** Fills `logs` from `power`; answers their mean. */
function takeLogs(): number {
  let total = 0;
  for (let band = 0; band < BANDS; band++) {
    const { first, weights } = bands[band]!;
    let energy = FLOOR;
    for (let i = 0; i < weights.length; i++) energy += weights[i]! * power[first + i]!;
    logs[band] = Math.log(energy);
    total += logs[band]!;
  }
  return total / BANDS;
}
