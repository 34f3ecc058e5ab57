/**
 * Is a pair too alike for print? A printed word or glyph that comes twice differs by ink, paper noise and sub-pixel phase;
 * pasted pixels differ by compression only. The page calibrates itself: its other repeats give the law of agreement without
 * copying, and a pair counts by its number of false alarms under that law (A. Desolneux, L. Moisan, J.-M. Morel (2008),
 * "From Gestalt Theory to Image Analysis: A Probabilistic Approach", chapter 3; for scanned text: S. Abramova, R. Böhme
 * (2016), "Detecting copy-move forgeries in scanned text documents", Electronic Imaging).
 */
import { median } from './median.ts';
import type { Pair } from './pairs.ts';
import { rotationOf, scaleOf } from './similarity.ts';

/** Agreement of a page's repeats: log10(residual / variance), median over a pair's cells, normal between pairs. */
export interface RepeatLaw {
  readonly mean: number;
  readonly deviation: number;
  /** Cells of print of all pairs together, and their number, the prior's among them. */
  readonly cells: number;
  readonly pairs: number;
}

/**
 * Print repeats in one size and upright; resized or turned look-alikes are chance, and agree less. So each kind of pair is
 * held against its own kind.
 */
export interface RepeatLaws {
  readonly upright: RepeatLaw;
  readonly changed: RepeatLaw;
  /** Pairs that were looked at. */
  readonly tests: number;
}

/** What repeats of genuine train pages give; stands for `pairs` pairs, so that a page with few repeats has a law too. */
interface Prior {
  readonly mean: number;
  readonly deviation: number;
  readonly pairs: number;
}

const PRIOR_UPRIGHT: Prior = { mean: -1.2, deviation: 0.22, pairs: 6 };
/** Chance resembles itself from page to page, and a page offers little of it. */
const PRIOR_CHANGED: Prior = { mean: -1.15, deviation: 0.25, pairs: 25 };
const MIN_DEVIATION = 0.18;
/** A pair beyond these is resized or turned. */
const UPRIGHT_SCALE = 0.02;
const UPRIGHT_TURN = 0.014;
/**
 * Level from which a page repeats itself more exactly than print does: it is drawn by software (or a clean scan of such a
 * page), its most exact repeats prove little, and the law widens by `WIDENING` a unit.
 */
const DRAWN_MEAN = -1.4;
const WIDENING = 2;
/** Deviation of single cells within a pair; neighbours depend on each other, so that five cells count as one. */
const CELL_DEVIATION = 0.4;
const CELLS_PER_OBSERVATION = 5;
/** Variance of a median over that of a mean. */
const MEDIAN_LOSS = Math.PI / 2;

/**
 * Extent of a repeat: cells beyond the least, exponential with the mean of the page's other pairs. It counts by half, since
 * long repeats agree a little better than short ones, and up to `EXTENT_FLOOR` decades.
 */
const LEAST_EXTENT = 5;
const PRIOR_EXTENT = 12;
const PRIOR_EXTENT_PAIRS = 6;
const EXTENT_FLOOR = -3;
const EXTENT_WEIGHT = 0.5;

type Agreeing = Pick<Pair, 'medianLogRatio' | 'agreement' | 'map'>;

export function repeatLaws(pairs: readonly Agreeing[]): RepeatLaws {
  const upright = lawOf(
    pairs.filter((p) => !isChanged(p)),
    PRIOR_UPRIGHT,
  );
  const changed = lawOf(pairs.filter(isChanged), PRIOR_CHANGED);
  const widening = WIDENING * Math.max(0, DRAWN_MEAN - upright.mean);
  return {
    upright: { ...upright, deviation: upright.deviation + widening },
    changed: { ...changed, deviation: changed.deviation + widening },
    tests: pairs.length + PRIOR_UPRIGHT.pairs,
  };
}

function isChanged({ map }: Agreeing): boolean {
  return Math.abs(Math.log(scaleOf(map))) > UPRIGHT_SCALE || Math.abs(rotationOf(map)) > UPRIGHT_TURN;
}

function lawOf(found: readonly Agreeing[], prior: Prior): RepeatLaw {
  const n = found.length;
  const cells = found.reduce((sum, p) => sum + p.agreement.print.length, PRIOR_EXTENT_PAIRS * PRIOR_EXTENT);
  const pairs = n + PRIOR_EXTENT_PAIRS;
  if (n === 0) return { mean: prior.mean, deviation: prior.deviation, cells, pairs };
  const values = found.map((p) => p.medianLogRatio);
  const centre = median(values);
  const spread = 1.4826 * median(values.map((v) => Math.abs(v - centre)));
  const total = n + prior.pairs;
  const mean = (n * centre + prior.pairs * prior.mean) / total;
  const deviation = Math.max(MIN_DEVIATION, (n * spread + prior.pairs * prior.deviation) / total);
  return { mean, deviation, cells, pairs };
}

/** log10 of the expected number of pairs as alike and as large as this one if nothing was copied. */
export function logNfa(laws: RepeatLaws, pair: Agreeing): number {
  const law = isChanged(pair) ? laws.changed : laws.upright;
  const n = pair.agreement.print.length;
  const deviation = Math.sqrt(
    law.deviation ** 2 + (MEDIAN_LOSS * CELL_DEVIATION ** 2) / Math.max(1, n / CELLS_PER_OBSERVATION),
  );
  const agreement = logNormalTail((law.mean - pair.medianLogRatio) / deviation);
  const others = (law.cells - n) / Math.max(1, law.pairs - 1);
  const extent = Math.max(EXTENT_FLOOR, -Math.max(0, n - LEAST_EXTENT) / (others * Math.LN10));
  return Math.log10(laws.tests) + agreement + EXTENT_WEIGHT * extent;
}

/** log10 P(Z > z) of a standard normal; Mills' ratio by Laplace's continued fraction from z = 1.5 up. */
export function logNormalTail(z: number): number {
  if (z < 1.5) return Math.log10(upperTail(z));
  let fraction = z;
  for (let k = 40; k > 0; k--) fraction = z + k / fraction;
  return (-0.5 * z * z - 0.5 * Math.log(2 * Math.PI) - Math.log(fraction)) / Math.LN10;
}

/** P(Z > z) by the Taylor series of the normal integral. */
function upperTail(z: number): number {
  if (z < -5) return 1;
  let term = z;
  let sum = z;
  for (let k = 1; k < 80; k++) {
    term *= (-z * z) / (2 * k);
    sum += term / (2 * k + 1);
  }
  return 0.5 - sum / Math.sqrt(2 * Math.PI);
}
