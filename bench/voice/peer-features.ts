// Features of the peer: librosa's mel spectrogram with its defaults (Slaney's scale and norm, Hann window, centred frames with zeros beyond the
// ends, power, no logarithm), 40 bands, 25 ms every 10 ms, of sound raised to -30 dBFS.

export const PEER_BANDS = 40;
/** Frames that the encoder sees at one time: 1.6 s. */
export const PARTIAL_FRAMES = 160;
const RATE = 16_000;
const FFT = 400;
const HOP = 160;
const BINS = FFT / 2 + 1;
const LEVEL_DBFS = -30;
/** A transform of 400 = 16 · 25. */
const OUTER = 16;
const INNER = FFT / OUTER;

/** Raised to the level that the peer was trained at; what is louder stays. */
export function louder(samples: Float32Array): Float32Array {
  const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
  const gain = LEVEL_DBFS - 20 * Math.log10(Math.sqrt(power) + 1e-9);
  return gain < 0 ? samples : samples.map((x) => x * 10 ** (gain / 20));
}

/** First frames of the partials, 1.3 a second; the last is left out where less than three quarters of it are sound. */
export function starts(samples: number): number[] {
  const frames = Math.ceil((samples + 1) / HOP);
  const step = Math.round(RATE / 1.3 / HOP);
  const found = [];
  for (let at = 0; at < Math.max(1, frames - PARTIAL_FRAMES + step + 1); at += step) found.push(at);
  const covered = (samples - found.at(-1)! * HOP) / (PARTIAL_FRAMES * HOP);
  return covered < 0.75 && found.length > 1 ? found.slice(0, -1) : found;
}

/** [frames, 40]; frames beyond the end are silent. */
export function melSpectrogram(samples: Float32Array, frames: number): Float32Array {
  const out = new Float32Array(frames * PEER_BANDS);
  const frame = new Float64Array(FFT);
  for (let t = 0; t < frames; t++) {
    for (let i = 0; i < FFT; i++) frame[i] = window[i]! * (samples[t * HOP + i - FFT / 2] ?? 0);
    const power = powers(frame);
    for (let band = 0; band < PEER_BANDS; band++) {
      const weights = filters[band]!;
      let sum = 0;
      for (let bin = 0; bin < BINS; bin++) sum += weights[bin]! * power[bin]!;
      out[t * PEER_BANDS + band] = sum;
    }
  }
  return out;
}

/** Periodic Hann. */
const window = Float64Array.from({ length: FFT }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / FFT));
const cosines = Float64Array.from({ length: FFT }, (_, i) => Math.cos((2 * Math.PI * i) / FFT));
const sines = Float64Array.from({ length: FFT }, (_, i) => Math.sin((2 * Math.PI * i) / FFT));

/**
 * Power spectrum of 400 samples, no power of two: 16 transforms of 25 samples each, put together (Cooley and Tukey 1965), which for a peer in a
 * bench is fast enough.
 */
function powers(frame: Float64Array): Float64Array {
  const real = new Float64Array(OUTER * INNER);
  const imaginary = new Float64Array(OUTER * INNER);
  for (let r = 0; r < OUTER; r++)
    for (let k = 0; k < INNER; k++) {
      let [re, im] = [0, 0];
      for (let m = 0; m < INNER; m++) {
        const x = frame[r + OUTER * m]!;
        const angle = (OUTER * m * k) % FFT;
        re += x * cosines[angle]!;
        im -= x * sines[angle]!;
      }
      real[r * INNER + k] = re;
      imaginary[r * INNER + k] = im;
    }
  return Float64Array.from({ length: BINS }, (_, k) => {
    let [re, im] = [0, 0];
    for (let r = 0; r < OUTER; r++) {
      const at = r * INNER + (k % INNER);
      const angle = (r * k) % FFT;
      re += real[at]! * cosines[angle]! + imaginary[at]! * sines[angle]!;
      im += imaginary[at]! * cosines[angle]! - real[at]! * sines[angle]!;
    }
    return re * re + im * im;
  });
}

/** Slaney's mel: linear to 1 kHz, logarithmic above. */
const toMel = (hertz: number) =>
  hertz < 1000 ? (3 * hertz) / 200 : 15 + (27 * Math.log(hertz / 1000)) / Math.log(6.4);
const toHertz = (mel: number) =>
  mel < 15 ? (200 * mel) / 3 : 1000 * Math.exp(((mel - 15) * Math.log(6.4)) / 27);

const edges = Array.from({ length: PEER_BANDS + 2 }, (_, i) =>
  toHertz((toMel(RATE / 2) * i) / (PEER_BANDS + 1)),
);

/** Triangles of area 1. */
const filters = Array.from({ length: PEER_BANDS }, (_, band) => {
  const [low, middle, high] = edges.slice(band, band + 3) as [number, number, number];
  return Float64Array.from({ length: BINS }, (__, bin) => {
    const hertz = (bin * RATE) / FFT;
    const height = Math.min((hertz - low) / (middle - low), (high - hertz) / (high - middle));
    return (Math.max(0, height) * 2) / (high - low);
  });
});
