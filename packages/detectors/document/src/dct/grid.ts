import type { Plane } from '@jianzhen/raster';
import { castVotes, NO_VOTE, type Votes } from './votes.ts';
import { countZeros } from './zeros.ts';

export interface GridVotes extends Votes {
  /** Votes for each origin 8·y + x. */
  readonly tally: Uint32Array;
  readonly total: number;
}

const known = new WeakMap<Plane, GridVotes>();

/** Votes of the page's pixels for a grid origin; kept for the plane, since several signals ask. */
export function gridVotes(luma: Plane): GridVotes {
  let votes = known.get(luma);
  if (!votes) {
    const cast = castVotes(countZeros(luma, printedCells(luma)), luma.width, luma.height);
    const tally = new Uint32Array(64);
    let total = 0;
    for (const origin of cast.origins) {
      if (origin === NO_VOTE) continue;
      tally[origin] = tally[origin]! + 1;
      total++;
    }
    votes = { ...cast, tally, total };
    known.set(luma, votes);
  }
  return votes;
}

/** Grey levels between the extremes of a cell, from which on it is not bare paper. */
const RANGE = 2;

/** Cells whose pixels, or those of a neighbour to the right or below, are not flat. */
function printedCells(luma: Plane): Uint8Array {
  const { width, height, data } = luma;
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  const printed = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let low = 255;
      let high = 0;
      for (let y = 8 * row; y < Math.min(height, 8 * row + 8); y++) {
        for (let x = 8 * column; x < Math.min(width, 8 * column + 8); x++) {
          const value = data[y * width + x]!;
          if (value < low) low = value;
          if (value > high) high = value;
        }
      }
      if (high - low < RANGE) continue;
      for (let j = Math.max(0, row - 1); j <= row; j++) {
        for (let i = Math.max(0, column - 1); i <= column; i++) printed[j * columns + i] = 1;
      }
    }
  }
  return printed;
}
