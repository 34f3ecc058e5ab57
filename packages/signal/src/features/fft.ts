/**
 * J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series" (1965), radix 2; a real
 * signal goes through at half its length, as even samples + i · odd samples.
 */

/** Writes |X[k]|² for k = 0 … size / 2 - 1 into `power`; allocates nothing. */
export type PowerSpectrum = (signal: Float64Array, power: Float64Array) => void;

/** @param size samples, a power of two from 4 up */
export function powerSpectrum(size: number): PowerSpectrum {
  const half = size / 2;
  const bits = Math.log2(half);
  if (!Number.isInteger(bits) || bits < 1) throw new RangeError(`no transform of ${size} samples`);
  const order = Uint16Array.from({ length: half }, (_, i) => reversed(i, bits));
  const angles = Float64Array.from({ length: half }, (_, k) => (-2 * Math.PI * k) / size);
  const [cosines, sines] = [angles.map(Math.cos), angles.map(Math.sin)];
  const re = new Float64Array(half);
  const im = new Float64Array(half);

  const transform = () => {
    for (let length = 2; length <= half; length *= 2) {
      const middle = length / 2;
      const stride = size / length;
      for (let k = 0; k < middle; k++) {
        const [c, s] = [cosines[k * stride]!, sines[k * stride]!];
        for (let a = k; a < half; a += length) {
          const b = a + middle;
          const x = re[b]! * c - im[b]! * s;
          const y = re[b]! * s + im[b]! * c;
          re[b] = re[a]! - x;
          im[b] = im[a]! - y;
          re[a] = re[a]! + x;
          im[a] = im[a]! + y;
        }
      }
    }
  };
  return (signal, power) => {
    for (let i = 0; i < half; i++) {
      const from = 2 * order[i]!;
      re[i] = signal[from]!;
      im[i] = signal[from + 1]!;
    }
    transform();
    power[0] = (re[0]! + im[0]!) ** 2;
    for (let k = 1; k < half; k++) {
      // Even part e and odd part o of the packed spectrum; X[k] = e + o · exp(-2πik / size).
      const [a, b, c, d] = [re[k]!, im[k]!, re[half - k]!, im[half - k]!];
      const [er, ei, or, oi] = [(a + c) / 2, (b - d) / 2, (b + d) / 2, (c - a) / 2];
      const x = er + or * cosines[k]! - oi * sines[k]!;
      const y = ei + or * sines[k]! + oi * cosines[k]!;
      power[k] = x * x + y * y;
    }
  };
}

function reversed(value: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result |= ((value >> bit) & 1) << (bits - 1 - bit);
  return result;
}
