/**
 * What a block was before decoding clipped it to [0, 255].
 *
 * Paper is white, and the decoder cuts the ringing round every printed stroke at 255, so on a document nearly every
 * block that says anything is off its former quantisation lattice. Starting from the nearest lattice point, the block is
 * decoded, clipped, transformed again, and the difference that clipping made is given back before rounding anew: a
 * projection on convex sets in the manner of Youla & Webb, "Image restoration by the method of convex projections",
 * IEEE Trans. Medical Imaging 1(2), 1982, over-relaxed; the sets are the lattice cell and the range of samples.
 */
import { forwardBlock, inverseBlock } from './transform.ts';

const RELAXATION = 1.5;
/** Rounds after which nothing more is gained. */
export const FULL_ROUNDS = 8;
const lattice = new Float32Array(64);
const samples = new Float32Array(64);

/**
 * Corrects one block for clipping under the hypothesis that its coefficients once were multiples of `steps`.
 * `coefficients[at .. at + 63]` are of samples less 128. Writes what clipping took away to `taken` (64 values, add them
 * to the coefficients); returns whether the hypothesis needed any clipping. `tolerance[k]` is how far a coefficient may
 * be from a multiple before it counts as off.
 */
export function restoreClipping(
  coefficients: Float32Array,
  at: number,
  steps: ArrayLike<number>,
  tolerance: ArrayLike<number>,
  taken: Float32Array,
  rounds = FULL_ROUNDS,
): boolean {
  taken.fill(0);
  let clipped = false;
  for (let round = 0; round < rounds; round++) {
    let settled = true;
    for (let k = 0; k < 64; k++) {
      const value = coefficients[at + k]! + taken[k]!;
      const step = steps[k]!;
      const nearest = Math.floor(value / step + 0.5) * step;
      if (Math.abs(value - nearest) > tolerance[k]!) settled = false;
      lattice[k] = nearest;
      samples[k] = nearest;
    }
    if (settled && round > 0) break;
    inverseBlock(samples);
    let cut = false;
    for (let i = 0; i < 64; i++) {
      const value = samples[i]!;
      if (value > 127) {
        samples[i] = 127;
        cut = true;
      } else if (value < -128) {
        samples[i] = -128;
        cut = true;
      }
    }
    if (!cut && !clipped) break;
    clipped = true;
    forwardBlock(samples);
    for (let k = 0; k < 64; k++) {
      const before = taken[k]!;
      taken[k] = before + RELAXATION * (lattice[k]! - samples[k]! - before);
    }
  }
  return clipped;
}
