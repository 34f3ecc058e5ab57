import type { BlockSet } from './blocks.ts';

/** How large a page's DCT coefficients are expected to be where nothing was ever quantised. */
export interface Activity {
  /** Mean absolute AC coefficient of each block. */
  readonly blocks: Float32Array;
  /** Mean absolute coefficient of each frequency (natural order) relative to its block's activity; DC: 64, as good as flat. */
  readonly profile: Float32Array;
}

/** Laplacian scale of DC relative to the block's activity: so wide that its density is level over many steps. */
const DC_PROFILE = 64;

/** `reference` are the same page's blocks on a grid four pixels off, where former quantisation left no gaps. */
export function measureActivity(set: BlockSet, reference: BlockSet): Activity {
  const blocks = new Float32Array(set.positions.length);
  for (let block = 0; block < blocks.length; block++) {
    let sum = 0;
    for (let k = 64 * block + 1; k < 64 * block + 64; k++) sum += Math.abs(set.coefficients[k]!);
    blocks[block] = sum / 63;
  }
  const profile = new Float32Array(64);
  let total = 0;
  for (let at = 0; at < reference.coefficients.length; at += 64) {
    for (let k = 1; k < 64; k++) {
      const size = Math.abs(reference.coefficients[at + k]!);
      profile[k] = profile[k]! + size;
      total += size / 63;
    }
  }
  for (let k = 1; k < 64; k++) profile[k] = total > 0 ? profile[k]! / total : 1;
  profile[0] = DC_PROFILE;
  return { blocks, profile };
}
