import type { Evidence, Lattice } from './hypothesis.ts';
import { restoreClipping } from './projection.ts';

/** Share of the voting frequencies that must sit on the lattice for a block to have been on it. */
const AGREEMENT = 0.8;

/**
 * The page as it was when it was quantised by `lattice`: each block moved to its nearest lattice point, blocks that are
 * off it left out. What came before that quantisation can then be asked of the result; with several saves behind a page,
 * the last but one would otherwise hide the earlier ones.
 */
export function peel(evidence: Evidence, lattice: Lattice): Evidence {
  const { set, activity, bins, frequencies } = evidence;
  const { steps, noise } = lattice;
  const count = set.positions.length;
  const positions = new Int32Array(count);
  const blocks = new Float32Array(count);
  const coefficients = new Float32Array(64 * count);
  const tolerance = Float32Array.from({ length: 64 }, (_, k) => bins[k]! / 2 + 2.5 * noise[k]!);
  const taken = new Float32Array(64);
  let kept = 0;
  for (let block = 0; block < count; block++) {
    const at = 64 * block;
    restoreClipping(set.coefficients, at, steps, tolerance, taken);
    const to = 64 * kept;
    for (let k = 0; k < 64; k++) {
      coefficients[to + k] = Math.round((set.coefficients[at + k]! + taken[k]!) / steps[k]!) * steps[k]!;
    }
    let on = 0;
    for (const k of frequencies) {
      if (Math.abs(set.coefficients[at + k]! + taken[k]! - coefficients[to + k]!) <= tolerance[k]!) on++;
    }
    if (on < AGREEMENT * frequencies.length) continue;
    positions[kept] = set.positions[block]!;
    blocks[kept] = activity.blocks[block]!;
    kept++;
  }
  return {
    set: {
      ...set,
      positions: positions.subarray(0, kept),
      coefficients: coefficients.subarray(0, 64 * kept),
      clipped: null,
    },
    activity: { ...activity, blocks: blocks.subarray(0, kept) },
    bins: steps,
    slack: 0,
    frequencies,
  };
}
