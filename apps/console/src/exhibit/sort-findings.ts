import type { PageFinding } from '../api/types.ts';

const RANK = { high: 0, medium: 1, low: 2, info: 3 } as const;

/** A finding with its number on the page's picture and in the list beside it. */
export type NumberedFinding = PageFinding & { readonly number: number };

/** Most telling first, by severity, then by probability; numbered from 1. */
export function sortFindings(findings: readonly PageFinding[]): NumberedFinding[] {
  return findings
    .toSorted((a, b) => RANK[a.severity] - RANK[b.severity] || b.probability - a.probability)
    .map((finding, index) => ({ ...finding, number: index + 1 }));
}
