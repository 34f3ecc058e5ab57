import type { Activity } from './activity.ts';
import type { BlockSet } from './blocks.ts';
import { coefficientRatio } from './lattice.ts';
import { FULL_ROUNDS, restoreClipping } from './projection.ts';

/** A former quantisation: what it would explain is tested block by block. */
export interface Lattice {
  /** 64 steps, natural order. */
  readonly steps: ArrayLike<number>;
  /** Standard deviation, per frequency, of what happened to the coefficients between then and the present quantisation. */
  readonly noise: ArrayLike<number>;
}

/** Blocks under test, with what the test needs to know of them. */
export interface Evidence {
  readonly set: BlockSet;
  readonly activity: Activity;
  /** Width of the interval that each coefficient stands for: the present steps, or a fraction of a grey level for bare pixels. */
  readonly bins: ArrayLike<number>;
  /** Energy of residuals in a block that rounding of pixels alone may leave: on faint print its error is far from white. */
  readonly slack: number;
  /** Natural indices of the frequencies that vote. */
  readonly frequencies: Uint8Array;
}

/** Share of untouched coefficients that follow no lattice, whatever the reason. */
const CONTAMINATION = 0.05;
/** A Laplacian scale so wide that the density is level. */
const LEVEL = 1e4;
/** Below this ratio of source to noise a coefficient near 0 says nothing. */
const MUTE = 2;
const taken = new Float32Array(64);
const tolerance = new Float32Array(64);

/**
 * How well the lattice explains each block listed in `which`, as a log-likelihood ratio against level densities, from
 * the coefficients off the zero bin alone: there the plain density is level over one step, so a wrong lattice has a
 * negative mean whatever the page shows.
 */
export function latticeFit(
  evidence: Evidence,
  lattice: Lattice,
  which: ArrayLike<number>,
  rounds = FULL_ROUNDS,
): Float32Array {
  const { set, bins, frequencies } = evidence;
  const { steps, noise } = lattice;
  for (let k = 0; k < 64; k++) tolerance[k] = bins[k]! / 2 + 2.5 * noise[k]!;
  const fit = new Float32Array(which.length);
  for (let i = 0; i < which.length; i++) {
    const at = 64 * which[i]!;
    restoreClipping(set.coefficients, at, steps, tolerance, taken, rounds);
    let sum = 0;
    for (const k of frequencies) {
      const step = steps[k]!;
      const value = set.coefficients[at + k]!;
      if (Math.abs(value + taken[k]!) < step / 2) continue;
      sum -= coefficientRatio(value, taken[k]!, step, bins[k]!, noise[k]!, LEVEL, CONTAMINATION);
    }
    fit[i] = sum;
  }
  return fit;
}

/**
 * ln p(block | altered) − ln p(block | untouched since the lattice), one value for each block listed in `which`
 * (all of them if omitted); blocks of coefficients taken as independent (Bianchi & Piva 2012, eq. 13).
 */
export function blockRatios(evidence: Evidence, lattice: Lattice, which?: ArrayLike<number>): Float32Array {
  const { set, activity, bins, slack, frequencies } = evidence;
  const { steps, noise } = lattice;
  for (let k = 0; k < 64; k++) tolerance[k] = bins[k]! / 2 + 2.5 * noise[k]!;
  const count = which ? which.length : set.positions.length;
  const ratios = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const block = which ? which[i]! : i;
    const at = 64 * block;
    restoreClipping(set.coefficients, at, steps, tolerance, taken);
    let ratio = 0;
    for (const k of frequencies) {
      const step = steps[k]!;
      const sigma = noise[k]!;
      if (step <= 3 * sigma && step <= bins[k]!) continue;
      const value = set.coefficients[at + k]!;
      // Where noise drowns the source, both densities are the noise's own.
      const scale = Math.max(1.25 * sigma, activity.profile[k]! * activity.blocks[block]!);
      if (scale < MUTE * sigma && Math.abs(value) < 3 * sigma) continue;
      if (8 * scale < step && Math.abs(value) < sigma) continue;
      ratio += coefficientRatio(value, taken[k]!, step, bins[k]!, sigma, scale, CONTAMINATION);
    }
    ratios[i] = ratio > 0 && residualEnergy(set.coefficients, at, steps) < slack ? 0 : ratio;
  }
  return ratios;
}

/** Squared distance of a block, as given back by restoreClipping, from the nearest lattice point. */
function residualEnergy(coefficients: Float32Array, at: number, steps: ArrayLike<number>): number {
  let energy = 0;
  for (let k = 0; k < 64; k++) {
    const value = coefficients[at + k]! + taken[k]!;
    const residual = value - Math.round(value / steps[k]!) * steps[k]!;
    energy += residual * residual;
  }
  return energy;
}
