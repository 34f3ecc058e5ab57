/**
 * Where altered blocks gather. Spatial scan statistic: M. Kulldorff, "A spatial scan statistic", Communications in
 * Statistics 26(6), 1997, over rectangles, with the expected count from the page's own rate of odd blocks; and the number
 * of false alarms of the a contrario frame (Desolneux, Moisan & Morel 2000) by Hoeffding's bound on the binomial tail.
 */
import type { Region } from '@jianzhen/evidence';
import { CELL, type CellMap } from '../signal.ts';

export interface Scan {
  /** Log-likelihood ratio of the best rectangle's own rate against the page's; 0 = none stands out. */
  readonly score: number;
  /** log10 of the expected number of such rectangles on an untouched page. */
  readonly logNfa: number;
  /** Pixels of the page; null where the score is 0. */
  readonly region: Region | null;
  /** Share of odd blocks among those that speak, in the rectangle and in the rest of the page. */
  readonly inside: number;
  readonly outside: number;
}

const SIDES = [2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128];
/** The page's rate is never believed to be lower: untouched blocks fail to fit for reasons of their own. */
const LEAST_RATE = 0.01;
/** Likelihood ratio at which a block counts half as odd, and how fast it comes to count whole. */
const ODD_AT = 3;
const ODD_SLOPE = 1;
/** Blocks with a ratio this near to 0 have no vote. */
const MUTE = 2;

/** `map`: log-likelihood ratios, positive = altered; NaN and values near 0 do not vote. */
export function scanRectangles(map: CellMap): Scan {
  const { columns, rows, data } = map;
  const stride = columns + 1;
  const odd = new Float64Array(stride * (rows + 1));
  const votes = new Float64Array(stride * (rows + 1));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const ratio = data[row * columns + column]!;
      const vote = Number.isNaN(ratio) || Math.abs(ratio) < MUTE ? 0 : 1;
      const at = (row + 1) * stride + column + 1;
      const weight = vote ? 1 / (1 + Math.exp((ODD_AT - ratio) / ODD_SLOPE)) : 0;
      votes[at] = vote + votes[at - 1]! + votes[at - stride]! - votes[at - stride - 1]!;
      odd[at] = weight + odd[at - 1]! + odd[at - stride]! - odd[at - stride - 1]!;
    }
  }
  const totalVotes = votes[votes.length - 1]!;
  const totalOdd = odd[odd.length - 1]!;
  let best = { score: 0, column: 0, row: 0, width: 0, height: 0, odd: 0, votes: 0 };
  let tried = 0;
  for (const height of SIDES) {
    if (height > rows) break;
    for (const width of SIDES) {
      if (width > columns) break;
      const stepX = Math.max(1, width >> 2);
      const stepY = Math.max(1, height >> 2);
      for (let row = 0; row + height <= rows; row += stepY) {
        const top = row * stride;
        const bottom = (row + height) * stride;
        for (let column = 0; column + width <= columns; column += stepX) {
          tried++;
          const right = column + width;
          const n =
            votes[bottom + right]! - votes[top + right]! - votes[bottom + column]! + votes[top + column]!;
          if (n < 2) continue;
          const k = odd[bottom + right]! - odd[top + right]! - odd[bottom + column]! + odd[top + column]!;
          if (k < 1 || k * totalVotes <= totalOdd * n) continue;
          const score = contrast(k, n, totalOdd - k, totalVotes - n);
          if (score > best.score) best = { score, column, row, width, height, odd: k, votes: n };
        }
      }
    }
  }
  if (best.score === 0) return { score: 0, logNfa: 0, region: null, inside: 0, outside: 0 };
  const restVotes = totalVotes - best.votes;
  return {
    score: best.score,
    logNfa: Math.min(0, Math.log10(tried) - best.score / Math.LN10),
    region: {
      x: best.column * CELL,
      y: best.row * CELL,
      width: best.width * CELL,
      height: best.height * CELL,
    },
    inside: best.odd / best.votes,
    outside: restVotes > 0 ? (totalOdd - best.odd) / restVotes : 0,
  };
}

/** An edit leaves at least this share of odd blocks where it is; slighter unevenness is the page's own. */
const EDIT_RATE = 0.4;

/**
 * Log-likelihood ratio of k odd blocks of n at the rate of an edit against the rate of the rest. Where the share is above
 * EDIT_RATE this is n · KL(share ‖ rate), Hoeffding's exponent.
 */
function contrast(k: number, n: number, restOdd: number, restVotes: number): number {
  const rate = Math.min(0.99, Math.max(LEAST_RATE, (restOdd + 1) / (restVotes + 2)));
  const share = Math.max(EDIT_RATE, k / n);
  if (share <= rate) return 0;
  return k * Math.log(share / rate) + (share < 1 ? (n - k) * Math.log((1 - share) / (1 - rate)) : 0);
}
