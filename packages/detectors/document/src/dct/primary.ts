/**
 * Which quantisation a page went through before: the primary quantisation of Lin et al., "Fast, automatic and
 * fine-grained tampered JPEG image detection via DCT coefficient analysis", Pattern Recognition 42(11), 2009, and of
 * Bianchi & Piva 2012, section III-C. Whole tables are tried rather than single steps, because giving back what clipping
 * took from a block (see projection.ts) needs all 64; the choice is by likelihood over sampled blocks.
 */
import { type Evidence, type Lattice, latticeFit } from './hypothesis.ts';
import { FULL_ROUNDS } from './projection.ts';
import { scaledTable, TABLE_FAMILIES } from './quantization.ts';

export interface Primary extends Lattice {
  readonly steps: Uint16Array;
  readonly family: string;
  readonly quality: number;
  /** Log-likelihood ratio against "never quantised" that 70% of the sampled blocks reach; from LEAST_FIT up no accident. */
  readonly fit: number;
}

interface Candidate {
  readonly family: string;
  readonly quality: number;
  readonly steps: Uint16Array;
  noise: ArrayLike<number>;
  fit: number;
}

/** Pages without the former table tried reach 0.5 at most (train split, 55 pages). */
export const LEAST_FIT = 0.5;
const LOWEST_QUALITY = 50;
/** Blocks sampled and rounds of clipping given back in each heat, and how many candidates stay for it. */
const HEATS = [
  { sample: 24, clipping: 2, keep: Number.POSITIVE_INFINITY },
  { sample: 64, clipping: FULL_ROUNDS, keep: 24 },
];
const FINAL = { sample: 200, keep: 5 };
/** In the heats one block counts for no more than this, either way. */
const MOST = 6;
/** A block fits if it is in the best 70%: the rest may be edited, or too clipped to be given back. */
const QUANTILE = 0.3;

/** Former tables in order of fit, best first, at most five; empty where no block says anything. */
export function findPrimaries(evidence: Evidence, noises: readonly ArrayLike<number>[]): Primary[] {
  let candidates = plausible(evidence, noises[0]!);
  for (const { sample, clipping, keep } of HEATS) {
    candidates = candidates.slice(0, keep);
    const blocks = sampleBlocks(evidence, sample);
    if (blocks.length === 0) return [];
    for (const candidate of candidates) {
      const lattice = { steps: candidate.steps, noise: noises[0]! };
      candidate.fit = 0;
      for (const fit of latticeFit(evidence, lattice, blocks, clipping)) {
        candidate.fit += Math.max(-MOST, Math.min(MOST, fit));
      }
    }
    candidates.sort((a, b) => b.fit - a.fit);
  }
  candidates = candidates.slice(0, FINAL.keep).filter((candidate) => candidate.fit > 0);
  if (candidates.length === 0) return [];
  const blocks = sampleBlocks(evidence, FINAL.sample);
  for (const candidate of candidates) {
    candidate.fit = Number.NEGATIVE_INFINITY;
    for (const noise of noises) {
      const fits = latticeFit(evidence, { steps: candidate.steps, noise }, blocks).sort();
      const fit = fits[Math.floor(QUANTILE * fits.length)]!;
      if (fit <= candidate.fit) continue;
      candidate.fit = fit;
      candidate.noise = noise;
    }
  }
  return candidates.sort((a, b) => b.fit - a.fit);
}

/** Tables coarse enough to leave a mark on the present intervals, at several frequencies. */
function plausible(evidence: Evidence, noise: ArrayLike<number>): Candidate[] {
  const candidates: Candidate[] = [];
  for (const family of TABLE_FAMILIES) {
    for (let quality = LOWEST_QUALITY; quality < 100; quality++) {
      const steps = scaledTable(family, quality);
      let telling = 0;
      for (const k of evidence.frequencies)
        if (steps[k]! > Math.max(1, evidence.bins[k]!, 2 * noise[k]!)) telling++;
      if (telling >= 6) candidates.push({ family: family.id, quality, steps, noise, fit: 0 });
    }
  }
  return candidates;
}

/** Where print is: blocks at least this busy, relative to the busiest few. Bare paper rounds to nothing either way. */
const BUSY = 0.25;
const BUSIEST = 0.97;

/** With more of a block clipped than this there is always some lattice point that clips to it. */
const MOST_CLIPPED = 36;

/** Blocks of print, evenly over the page. */
function sampleBlocks(evidence: Evidence, count: number): Int32Array {
  const activity = evidence.activity.blocks;
  const { clipped } = evidence.set;
  const least = BUSY * (activity.slice().sort()[Math.floor(BUSIEST * activity.length)] ?? 0);
  const print: number[] = [];
  for (let block = 0; block < activity.length; block++) {
    if (activity[block]! >= least && !(clipped && clipped[block]! > MOST_CLIPPED)) print.push(block);
  }
  const size = Math.min(count, print.length);
  return Int32Array.from({ length: size }, (_, i) => print[Math.floor(((i + 0.5) * print.length) / size)]!);
}
