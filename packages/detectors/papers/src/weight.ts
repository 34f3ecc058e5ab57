import type { Finding, Severity } from '@jianzhen/evidence';

/**
 * Share of papers with such a contradiction that were forged; the others are slips of a clerk's pen. Judged, not fitted: no
 * labelled set of real papers with contradictions is public.
 */
const FORGED_SHARE: Readonly<Record<Severity, number>> = { high: 0.65, medium: 0.35, low: 0.1, info: 0 };

/** Words alone never make a page `forged`: a person looks first. */
const MOST = 0.9;

/** Probability that a page was forged by what contradicts itself on it: that any of its findings means it, each by itself. */
export function forgeryProbability(findings: readonly Pick<Finding, 'severity' | 'probability'>[]): number {
  const innocent = findings.reduce(
    (product, { severity, probability }) => product * (1 - probability * FORGED_SHARE[severity]),
    1,
  );
  return Math.min(MOST, 1 - innocent);
}
