import type { Candidate } from '../signal.ts';

/**
 * How probable a forgery is given one structural sign of the file. No labelled set of edited PDFs and of contradictory
 * metadata exists, so these are set by judgement, kept low where honest software leaves the same sign, and never
 * mixed into what was fitted on pictures.
 */
const BY_SEVERITY = { high: 0.9, medium: 0.4, low: 0.05, info: 0 } as const;

/** Signals whose statistics the simulated pictures cannot teach. */
export const STRUCTURAL: ReadonlySet<string> = new Set(['file-structure', 'metadata']);

export const structuralProbability = (candidate: Candidate): number => BY_SEVERITY[candidate.severity];

/** Independent signs add up: one minus the probability that every one of them is innocent. */
export function combine(probability: number, candidates: readonly Candidate[]): number {
  return (
    1 -
    candidates.reduce(
      (innocent, candidate) => innocent * (1 - structuralProbability(candidate)),
      1 - probability,
    )
  );
}
