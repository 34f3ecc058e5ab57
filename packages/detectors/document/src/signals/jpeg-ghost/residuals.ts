import type { BlockSet } from '../../dct/blocks.ts';

/** A squared difference below this is rounding. */
const FLOOR = 0.05;

/** ln of each block's mean squared difference from itself requantised with `steps`. */
export function requantizationError(
  set: BlockSet,
  blocks: Int32Array,
  steps: ArrayLike<number>,
  frequencies: Uint8Array,
): Float32Array {
  const { coefficients } = set;
  const step = Float64Array.from(frequencies, (k) => steps[k]!);
  const inverse = step.map((s) => 1 / s);
  const errors = new Float32Array(blocks.length);
  for (let i = 0; i < errors.length; i++) {
    const at = 64 * blocks[i]!;
    let sum = 0;
    for (let j = 0; j < step.length; j++) {
      const value = coefficients[at + frequencies[j]!]!;
      const difference = value - Math.floor(value * inverse[j]! + 0.5) * step[j]!;
      sum += difference * difference;
    }
    errors[i] = Math.log(FLOOR + sum / step.length);
  }
  return errors;
}

/** Energy classes an octave, and the fewest blocks that make a class of their own. */
const CLASSES_AN_OCTAVE = 2;
const LEAST_CLASS = 40;

/**
 * Values as robust standard deviations from the median of the blocks of the same energy, which is where print and paper
 * part; 0 for blocks of rare energy.
 */
export function standardizeByEnergy(values: Float32Array, energy: Float32Array): Float32Array {
  const classes = new Map<number, number[]>();
  for (let i = 0; i < values.length; i++) {
    const octave = Math.round(CLASSES_AN_OCTAVE * Math.log2(energy[i]! + 0.1));
    const members = classes.get(octave);
    if (members) members.push(i);
    else classes.set(octave, [i]);
  }
  const out = new Float32Array(values.length);
  for (const members of classes.values()) {
    if (members.length < LEAST_CLASS) continue;
    const sorted = Float32Array.from(members, (i) => values[i]!).sort();
    const middle = sorted[sorted.length >> 1]!;
    const spread = sorted.map((value) => Math.abs(value - middle)).sort();
    const sigma = Math.max(LEAST_SIGMA, 1.4826 * spread[spread.length >> 1]!);
    for (const i of members) out[i] = (values[i]! - middle) / sigma;
  }
  return out;
}

/** Medians of the absolute deviation below this are luck. */
const LEAST_SIGMA = 0.05;
