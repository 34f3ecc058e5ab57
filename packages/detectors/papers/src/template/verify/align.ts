// After M. A. Fischler, R. C. Bolles, "Random sample consensus" (CACM 1981). The print tells turn and scale, so that one match
// makes a hypothesis and all can be tried instead of a sample. The best few are refined to affine maps and homographies by
// least squares over what they explain, and the one stands that explains most in the end.

import { type Anchors, type Pairs, rarePairs } from './anchors.ts';
import { type Bands, bandsOf, NO_BANDS } from './bands.ts';
import { type Homography, MatchSums, mapX, mapY, type Prior } from './homography.ts';
import { hypotheses, priorOf } from './hypotheses.ts';
import { offsets } from './offsets.ts';

/** How one page lies over another. */
export interface PageAlignment {
  /** From the first page to the second, both in units of their longer edges from their middles. */
  readonly map: Homography;
  /** By how much parts of the page are moved down besides. */
  readonly bands: Bands;
}

/** Hypotheses that are refined; and the share of common text with which the first is good enough. */
const REFINED = 3;
const GOOD = 0.85;
/** Residuals in sizes of the maps fitted one after the other: wide for pages taken askew, narrow where a line more is all that moved. */
const SCHEDULES = [
  [1.8, 1.5, 1.2, 0.8, 1.8, 1.5, 0.8],
  [0.9, 0.7],
] as const;
/** The same of the bands found on them. */
const BAND_TOLERANCE = [1.4, 1, 0.6] as const;
/** In rounds with a tolerance above this the rare pairs take part alone. */
const PRECISE = 1;
/** Perspective is fitted from so many matches. */
const ENOUGH = 10;

/** The alignment that explains most of two pages' common fixed text; null where they have less than two pairs of it. */
export function align(a: Anchors, b: Anchors, pairs: Pairs): PageAlignment | null {
  const rare = rarePairs(pairs);
  const prior = priorOf(a, b, pairs, rare);
  if (prior === null || rare.length < 2) return null;
  let best: (PageAlignment & { score: number }) | null = null;
  const seen: Homography[] = [];
  const common = pairs.a.reduce((sum, p, k) => sum + a.weight[p]! / pairs.ways[k]!, 0);
  for (const start of hypotheses(a, b, pairs, rare, prior).slice(0, REFINED)) {
    for (const schedule of SCHEDULES) {
      const rough = roughly(start, prior, a, b, pairs, rare, schedule);
      if (seen.some((other) => alike(rough, other, SAME * b.usual))) continue;
      seen.push(rough);
      const own = refined(rough, prior, a, b, pairs);
      if (best === null || own.score > best.score) best = own;
    }
    if (best !== null && best.score > GOOD * common) return best;
  }
  return best;
}

/** Distance in sizes of maps that come to the same once bands are found. */
const SAME = 0.25;

/** Whether two maps take points half-way to the corners of a page to the same places. */
function alike(one: Homography, other: Homography, near: number): boolean {
  return [-0.25, 0.25].every((x) =>
    [-0.25, 0.25].every((y) => {
      const dx = mapX(one, x, y) - mapX(other, x, y);
      const dy = mapY(one, x, y) - mapY(other, x, y);
      return dx * dx + dy * dy < near * near;
    }),
  );
}

/** A map of the whole page, its bands left aside. */
function roughly(
  start: Homography,
  prior: Prior,
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  rare: readonly number[],
  schedule: readonly number[],
): Homography {
  const every = pairs.a.map((_, k) => k);
  let map = start;
  for (const [round, tolerance] of schedule.entries()) {
    const which = tolerance > PRECISE ? rare : every;
    map = refit(map, prior, a, b, pairs, which, tolerance, NO_BANDS.moved, round > 0) ?? map;
  }
  return map;
}

function refined(
  start: Homography,
  prior: Prior,
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
): PageAlignment & { score: number } {
  const every = pairs.a.map((_, k) => k);
  let map = start;
  let found = NO_BANDS;
  for (const tolerance of BAND_TOLERANCE) {
    found = bandsOf(a, b, pairs, map, tolerance);
    map = refit(map, prior, a, b, pairs, every, tolerance, found.moved, true) ?? map;
  }
  found = bandsOf(a, b, pairs, map, BAND_TOLERANCE[2], true);
  return { map, bands: found, score: found.score };
}

/** The map fitted anew to what lies at its place once bands are moved; null where too little does. */
function refit(
  map: Homography,
  prior: Prior,
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  which: readonly number[],
  tolerance: number,
  moved: Float64Array,
  perspective: boolean,
): Homography | null {
  const { along, down } = offsets(map, a, b, pairs);
  const [cos, sin] = [Math.cos(b.angle), Math.sin(b.angle)];
  const sums = new MatchSums();
  for (const k of which) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const amount = moved[p] ?? 0;
    const square = (along[k]! ** 2 + (down[k]! - amount) ** 2) / (tolerance * b.size[q]!) ** 2;
    if (square >= 1) continue;
    sums.add(
      a.x[p]!,
      a.y[p]!,
      b.x[q]! + amount * sin,
      b.y[q]! - amount * cos,
      (1 - square) ** 2 * a.weight[p]!,
    );
  }
  return sums.count < 4 ? null : sums.map(prior, perspective && sums.count >= ENOUGH);
}
