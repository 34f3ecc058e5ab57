/**
 * Where altered blocks gather. Spatial scan statistic: M. Kulldorff, "A spatial scan statistic", Communications in
 * Statistics 26(6), 1997, over rectangles, with the expected count from the page's own rate of odd blocks; and the number
 * of false alarms of the a contrario frame (Desolneux, Moisan & Morel 2000) by Hoeffding's bound on the binomial tail.
 */
import type { Region } from '@jianzhen/evidence';
import { CELL, type CellMap } from '../signal.ts';
import { SummedArea, visitRectangles } from './rectangles.ts';

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
  /** Greatest sum of log-likelihood ratios in a rectangle, above what blocks of this page are used to: weak evidence adds up. */
  readonly mass: number;
}

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
  const speaks = data.map((ratio) => (Math.abs(ratio) >= MUTE ? 1 : 0));
  const votes = new SummedArea(speaks, columns, rows);
  const odd = new SummedArea(
    data.map((ratio, i) => (speaks[i] ? 1 / (1 + Math.exp((ODD_AT - ratio) / ODD_SLOPE)) : 0)),
    columns,
    rows,
  );
  const weights = new SummedArea(excess(data), columns, rows);
  let score = 0;
  let mass = 0;
  let best: readonly [number, number, number, number] = [0, 0, 0, 0];
  const tried = visitRectangles(columns, rows, (left, top, right, bottom) => {
    mass = Math.max(mass, weights.sum(left, top, right, bottom));
    const k = odd.sum(left, top, right, bottom);
    if (k < 1) return;
    const n = votes.sum(left, top, right, bottom);
    if (n < 2) return;
    const contrast = rateContrast(k, n, odd.total - k, votes.total - n);
    if (contrast <= score) return;
    score = contrast;
    best = [left, top, right, bottom];
  });
  if (score === 0) return { score, logNfa: 0, region: null, inside: 0, outside: 0, mass };
  const [left, top, right, bottom] = best;
  const k = odd.sum(...best);
  const n = votes.sum(...best);
  return {
    score,
    logNfa: Math.min(0, Math.log10(tried) - score / Math.LN10),
    region: { x: left * CELL, y: top * CELL, width: (right - left) * CELL, height: (bottom - top) * CELL },
    inside: k / n,
    outside: votes.total > n ? (odd.total - k) / (votes.total - n) : 0,
    mass,
  };
}

/** An edit leaves at least this share of odd blocks where it is; slighter unevenness is the page's own. */
const EDIT_RATE = 0.4;

/**
 * Log-likelihood ratio of k odd blocks of n at the rate of an edit against the rate of the rest. Where the share is above
 * EDIT_RATE this is n · KL(share ‖ rate), Hoeffding's exponent.
 */
function rateContrast(k: number, n: number, restOdd: number, restVotes: number): number {
  const rate = Math.min(0.99, Math.max(LEAST_RATE, (restOdd + 1) / (restVotes + 2)));
  const share = Math.max(EDIT_RATE, k / n);
  if (share <= rate) return 0;
  return k * Math.log(share / rate) + (share < 1 ? (n - k) * Math.log((1 - share) / (1 - rate)) : 0);
}

/** One block adds no more than this to a sum, and nothing where it says nearly nothing. */
const MOST = 6;
const LEAST = 0.3;

/** Ratios less the page's mean and one standard deviation, where that is above 0: a page that fits badly everywhere has no part that stands out. */
function excess(data: Float32Array): Float32Array {
  let n = 0;
  let sum = 0;
  let squares = 0;
  const kept = data.map((ratio) => (Math.abs(ratio) >= LEAST ? Math.max(-MOST, Math.min(MOST, ratio)) : 0));
  for (const ratio of kept) {
    if (ratio === 0) continue;
    n++;
    sum += ratio;
    squares += ratio * ratio;
  }
  const mean = n > 0 ? sum / n : 0;
  const usual = Math.max(0, mean + Math.sqrt(Math.max(0, n > 0 ? squares / n - mean * mean : 0)));
  return kept.map((ratio) => (ratio === 0 ? 0 : ratio - usual));
}
