/**
 * A low-pass of finite length for every phase that an output sample can have between two input samples: J. O. Smith, "Digital
 * Audio Resampling" (2002), with the window of J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window
 * function" (1974).
 */
export interface Kernel {
  /** Output sample n lies `n * step / phases` input samples after the first. */
  readonly phases: number;
  readonly step: number;
  /** Input samples before an output sample that count, and as many from there on. */
  readonly half: number;
  /** `2 * half` weights a phase, summing to 1. */
  readonly weights: Float32Array;
}

/** Zero crossings of the sinc on each side. */
const CROSSINGS = 40;
/** 80 dB down in the stop band. */
const BETA = 7.857;
/** Edge at 6 dB as a share of the lower of the two half rates, so that the stop band begins there. */
const EDGE = 0.943;

export function kernel(from: number, to: number): Kernel {
  const shared = gcd(from, to);
  const [phases, step] = [to / shared, from / shared];
  /** Of the input's half rate. */
  const edge = EDGE * Math.min(1, to / from);
  const half = Math.ceil(CROSSINGS * Math.max(1, from / to));
  const weights = new Float32Array(phases * 2 * half);
  for (let phase = 0; phase < phases; phase++) {
    const row = weights.subarray(phase * 2 * half, (phase + 1) * 2 * half);
    let sum = 0;
    for (let tap = 0; tap < row.length; tap++) {
      const distance = tap - (half - 1) - phase / phases;
      const weight = sinc(edge * distance) * kaiser(distance / half);
      row[tap] = weight;
      sum += weight;
    }
    for (let tap = 0; tap < row.length; tap++) row[tap] = row[tap]! / sum;
  }
  return { phases, step, half, weights };
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));

/** x in [-1, 1]; 0 beyond. */
const kaiser = (x: number) => (Math.abs(x) >= 1 ? 0 : besselI0(BETA * Math.sqrt(1 - x * x)) / besselI0(BETA));

function besselI0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
