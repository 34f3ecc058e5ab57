/**
 * Which quantisation a page went through before: the primary quantisation of Lin et al., "Fast, automatic and
 * fine-grained tampered JPEG image detection via DCT coefficient analysis", Pattern Recognition 42(11), 2009, and of
 * Bianchi & Piva 2012, section III-C. Whole tables are tried rather than single steps, because giving back what clipping
 * took from a block (see projection.ts) needs all 64; the choice is by likelihood over sampled blocks.
 */
import { type Evidence, type Lattice, latticeFit } from './hypothesis.ts';
import { scaledTable, TABLE_FAMILIES } from './quantization.ts';

export interface Primary extends Lattice {
  readonly steps: Uint16Array;
  readonly family: string;
  readonly quality: number;
  /** Log-likelihood ratio against "never quantised" that 70% of the sampled blocks reach; above about 1.5 is no accident. */
  readonly fit: number;
}

interface Candidate {
  readonly family: string;
  readonly quality: number;
  readonly steps: Uint16Array;
  noise: number;
  fit: number;
}

const LOWEST_QUALITY = 50;
/** Blocks sampled in each round, and how many candidates stay for it; the last round also tries every noise level. */
const ROUNDS = [
  { sample: 12, keep: Number.POSITIVE_INFINITY },
  { sample: 40, keep: 32 },
  { sample: 160, keep: 6 },
];
/** A block fits if it is in the best 70%: the rest may be edited, or too clipped to be given back. */
const QUANTILE = 0.3;

/** Former tables in order of fit, best first, at most six; empty where no block says anything. */
export function findPrimaries(evidence: Evidence, noises: readonly number[]): Primary[] {
  let candidates = plausible(evidence, noises[0]!);
  for (const { sample, keep } of ROUNDS) {
    candidates = candidates.slice(0, keep);
    const blocks = sampleBlocks(evidence, sample);
    if (blocks.length === 0) return [];
    const last = sample === ROUNDS.at(-1)!.sample;
    for (const candidate of candidates) {
      candidate.fit = Number.NEGATIVE_INFINITY;
      for (const noise of last ? noises : noises.slice(0, 1)) {
        const fits = latticeFit(evidence, { steps: candidate.steps, noise }, blocks).sort();
        const fit = fits[Math.floor(QUANTILE * fits.length)]!;
        if (fit <= candidate.fit) continue;
        candidate.fit = fit;
        candidate.noise = noise;
      }
    }
    candidates.sort((a, b) => b.fit - a.fit);
  }
  return candidates;
}

/** Tables coarse enough to leave a mark on the present intervals, at several frequencies. */
function plausible(evidence: Evidence, noise: number): Candidate[] {
  const candidates: Candidate[] = [];
  for (const family of TABLE_FAMILIES) {
    for (let quality = LOWEST_QUALITY; quality < 100; quality++) {
      const steps = scaledTable(family, quality);
      let telling = 0;
      for (const k of evidence.frequencies) if (steps[k]! > Math.max(1, evidence.bins[k]!)) telling++;
      if (telling >= 6) candidates.push({ family: family.id, quality, steps, noise, fit: 0 });
    }
  }
  return candidates;
}

/** Blocks of middling activity, evenly over the page: bare paper is mute, and the heaviest print the most clipped. */
function sampleBlocks(evidence: Evidence, count: number): Int32Array {
  const activity = evidence.activity.blocks;
  const sorted = activity.slice().sort();
  const low = sorted[Math.floor(0.3 * sorted.length)]!;
  const high = sorted[Math.floor(0.9 * sorted.length)]!;
  const middling: number[] = [];
  for (let block = 0; block < activity.length; block++) {
    if (activity[block]! >= low && activity[block]! <= high) middling.push(block);
  }
  const size = Math.min(count, middling.length);
  return Int32Array.from(
    { length: size },
    (_, i) => middling[Math.floor(((i + 0.5) * middling.length) / size)]!,
  );
}
