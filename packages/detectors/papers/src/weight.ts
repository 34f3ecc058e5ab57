import type { Finding, Severity } from '@jianzhen/evidence';

/**
 * Share of papers with such a contradiction that were forged; the others are slips of a clerk's pen. Judged, not fitted: no
 * labelled set of real papers with contradictions is public.
 */
const FORGED_SHARE: Readonly<Record<Severity, number>> = { high: 0.65, medium: 0.35, low: 0.1, info: 0 };

/** Words alone never make a page `forged`: a person looks first. */
const MOST = 0.9;

type Said = Pick<Finding, 'code' | 'severity' | 'probability'>;

const share = ({ severity, probability }: Said): number => probability * FORGED_SHARE[severity];

/** Runs in an unusual print have one cause more often than several: of these findings the strongest counts alone. */
const isTypography = ({ code }: Said): boolean => code.startsWith('papers.typography-');

/** Probability that a page was forged by what contradicts itself on it: that any of its findings means it, each by itself. */
export function forgeryProbability(findings: readonly Said[]): number {
  const typography = Math.max(0, ...findings.filter(isTypography).map(share));
  const innocent = findings
    .filter((finding) => !isTypography(finding))
    .reduce((product, finding) => product * (1 - share(finding)), 1 - typography);
  return Math.min(MOST, 1 - innocent);
}
