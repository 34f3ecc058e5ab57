// Forms grow: a list has more rows on one page than on another, a paragraph a line more, and all below moves down. A page is
// therefore laid over another in bands, each moved up or down by its own amount; the bands that explain most come from dynamic
// programming (A. Viterbi, "Error bounds for convolutional codes", 1967) over the text from the top, at a price for every step.

import type { Anchors, Pairs } from './anchors.ts';
import type { Homography } from './homography.ts';
import { offsets } from './offsets.ts';

/** By how much each anchor's band is moved down, in units of the other page. */
export interface Bands {
  readonly moved: Float64Array;
  /** Indices of anchors from the top. */
  readonly order: Int32Array;
  /** Weight of text that is at its place, less the price of the steps. */
  readonly score: number;
}

export const NO_BANDS: Bands = { moved: new Float64Array(0), order: new Int32Array(0), score: 0 };

/** Price of a step, in weight of text. */
const PRICE = 1.2;
/** Amounts that are tried, besides none. */
const AMOUNTS = 4;
/** Text sideways of its place by more than this, in sizes, was not moved down; widths of the amounts' bins in sizes. */
const SIDEWAYS = 0.8;
const BIN = 0.8;
/** Least and farthest that a band is moved, in sizes. */
const LEAST = 1.2;
const FARTHEST = 40;

/**
 * @param tolerance residual in sizes up to which text is at its place
 * @param precise whether amounts are measured again on the bands found
 */
export function bandsOf(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  map: Homography,
  tolerance: number,
  precise = false,
): Bands {
  const { along, down } = offsets(map, a, b, pairs);
  const amounts = [0, ...usualAmounts(a, b, pairs, along, down)];
  const found = (tried: readonly number[]) =>
    viterbi(a.order, creditsOf(a, b, pairs, along, down, tried, tolerance), tried);
  const first = found(amounts);
  return amounts.length === 1 || !precise
    ? first
    : found(centred(a, b, pairs, along, down, first.moved, amounts, tolerance));
}

/** Amounts at the means of what lies in their bands; 0 stays. */
function centred(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  along: Float64Array,
  down: Float64Array,
  moved: Float64Array,
  amounts: readonly number[],
  tolerance: number,
): number[] {
  const sums = new Map(amounts.map((amount) => [amount, { weight: 0, sum: 0 }]));
  for (let k = 0; k < pairs.a.length; k++) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const amount = moved[p]!;
    if (Math.max(Math.abs(along[k]!), Math.abs(down[k]! - amount)) > tolerance * b.size[q]!) continue;
    const own = sums.get(amount)!;
    own.weight += a.weight[p]!;
    own.sum += a.weight[p]! * down[k]!;
  }
  return amounts.map((amount) => {
    const { weight, sum } = sums.get(amount)!;
    return amount === 0 || weight === 0 ? amount : sum / weight;
  });
}

/** Amounts by which much text is moved straight down. */
function usualAmounts(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  along: Float64Array,
  down: Float64Array,
): number[] {
  const size = b.usual;
  const bins = new Map<number, { weight: number; sum: number }>();
  for (let k = 0; k < pairs.a.length; k++) {
    const [sideways, amount] = [along[k]! / size, down[k]! / size];
    if (Math.abs(sideways) > SIDEWAYS || Math.abs(amount) < LEAST || Math.abs(amount) > FARTHEST) continue;
    const weight = a.weight[pairs.a[k]!]! / pairs.ways[k]!;
    for (const bin of [Math.floor(amount / BIN), Math.floor(amount / BIN) + 1]) {
      const own = bins.get(bin) ?? { weight: 0, sum: 0 };
      bins.set(bin, { weight: own.weight + weight, sum: own.sum + weight * amount });
    }
  }
  const peaks = [...bins.values()]
    .filter(({ weight }) => weight > PRICE / 2)
    .sort((p, q) => q.weight - p.weight);
  const amounts: number[] = [];
  for (const { sum, weight } of peaks) {
    const amount = (sum / weight) * size;
    if (amounts.every((other) => Math.abs(other - amount) > BIN * size)) amounts.push(amount);
    if (amounts.length === AMOUNTS) break;
  }
  return amounts;
}

/** Weight that each amount explains of each anchor; amounts in rows. */
function creditsOf(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  along: Float64Array,
  down: Float64Array,
  amounts: readonly number[],
  tolerance: number,
): Float64Array[] {
  return amounts.map((amount) => {
    const credits = new Float64Array(a.count);
    for (let k = 0; k < pairs.a.length; k++) {
      const [p, q] = [pairs.a[k]!, pairs.b[k]!];
      const square = (along[k]! ** 2 + (down[k]! - amount) ** 2) / (tolerance * b.size[q]!) ** 2;
      if (square >= 1) continue;
      credits[p] = Math.max(credits[p]!, (1 - square) * a.weight[p]!);
    }
    return credits;
  });
}

function viterbi(order: Int32Array, credits: readonly Float64Array[], amounts: readonly number[]): Bands {
  const states = amounts.length;
  const from = new Uint8Array(order.length * states);
  const best = new Float64Array(states);
  for (let i = 0; i < order.length; i++) {
    const leader = leaderOf(best);
    const least = best[leader]! - PRICE;
    for (let s = 0; s < states; s++) {
      const stay = best[s]! >= least;
      from[i * states + s] = stay ? s : leader;
      best[s] = (stay ? best[s]! : least) + credits[s]![order[i]!]!;
    }
  }
  const moved = new Float64Array(order.length);
  let state = leaderOf(best);
  const score = best[state]!;
  for (let i = order.length - 1; i >= 0; i--) {
    moved[order[i]!] = amounts[state]!;
    state = from[i * states + state]!;
  }
  return { moved, order, score };
}

function leaderOf(scores: Float64Array): number {
  let leader = 0;
  for (let s = 1; s < scores.length; s++) if (scores[s]! > scores[leader]!) leader = s;
  return leader;
}
