import { type Calibration, calibrated } from '@jianzhen/evidence';
import type { ScriptFingerprint } from '../fingerprint/index.ts';
import { agreement } from '../minhash/index.ts';
import { normalise } from '../normalise/index.ts';
import { resemblance, shingles } from '../shingle/index.ts';
import model from './model.json' with { type: 'json' };

/** What scripts/fit-script fitted, on simulated letters of seeds that no reported figure comes from. */
export interface LinkModel {
  /** Log-odds that two texts are of one script, of even numbers of pairs. */
  readonly weights: Readonly<Record<keyof LinkFeatures, number>>;
  readonly calibration: Calibration;
  /** Probability from which two texts are linked: hardly any pair of strangers reaches it. */
  readonly threshold: number;
}

export const linkModel: LinkModel = model;

/** A short text is like another by chance more easily than a long one: so the number of common shingles counts beside their share. */
export type LinkFeatures = { readonly bias: number; readonly likeness: number; readonly shared: number };

/** @param jaccard 0–1 @param a @param b numbers of shingles of both texts */
export function linkFeatures(jaccard: number, a: number, b: number): LinkFeatures {
  const share = Math.min(0.995, Math.max(0.005, jaccard));
  return {
    bias: 1,
    likeness: Math.log(share / (1 - share)),
    shared: Math.log1p(inBoth(jaccard, a, b)),
  };
}

/** |A ∩ B| = J (|A| + |B|) / (1 + J). */
const inBoth = (jaccard: number, a: number, b: number): number => (jaccard * (a + b)) / (1 + jaccard);

/** Calibrated probability that two texts of such a likeness were written by one script, 0–1. */
export function linkProbability(
  jaccard: number,
  a: number,
  b: number,
  { weights, calibration } = linkModel,
): number {
  const features = linkFeatures(jaccard, a, b);
  const score = weights.bias + weights.likeness * features.likeness + weights.shared * features.shared;
  return calibrated(calibration, score);
}

/** Texts less alike are not linked however long they are: two long letters that quote the same laws have much in common. Judged, not fitted. */
export const LEAST_JACCARD = 0.3;
/** So many shingles in common, or texts that are nearly equal: two strangers may each put the same two sentences into a few lines. Judged, too. */
const SHARED = 80;
const NEARLY_EQUAL = 0.8;

/** Whether two texts of such a likeness count as of one script. @param threshold of the probability */
export function isLink(jaccard: number, a: number, b: number, threshold = linkModel.threshold): boolean {
  if (jaccard < LEAST_JACCARD) return false;
  if (jaccard < NEARLY_EQUAL && inBoth(jaccard, a, b) < SHARED) return false;
  return linkProbability(jaccard, a, b) >= threshold;
}

export interface ScriptLikeness {
  /** Jaccard index of the shingles, 0–1: exact from texts, estimated from fingerprints. */
  readonly jaccard: number;
  readonly sameScript: number;
}

export function compareFingerprints(a: ScriptFingerprint, b: ScriptFingerprint): ScriptLikeness {
  const jaccard = agreement(a.sketch, b.sketch);
  return { jaccard, sameScript: linkProbability(jaccard, a.shingles, b.shingles) };
}

/** Two original texts, exactly; `containment` is the share of the shorter text's shingles that the other has too. */
export function compareTexts(a: string, b: string): ScriptLikeness & { readonly containment: number } {
  const [left, right] = [a, b].map((text) => shingles(normalise(text).text)) as [Uint32Array, Uint32Array];
  const { jaccard, containment } = resemblance(left, right);
  return { jaccard, containment, sameScript: linkProbability(jaccard, left.length, right.length) };
}
