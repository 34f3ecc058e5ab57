import type { Verdict } from '@jianzhen/evidence';
import type { CaseStatus, Exhibit, ExhibitCounts } from './model.ts';

/** From harmless to worst. A file that nobody can read outranks a genuine one: a person has to look at it. */
const RANK: readonly Verdict[] = ['genuine', 'unreadable', 'suspicious', 'forged'];

/** The worst of some verdicts; null of none. */
export function worst(verdicts: Iterable<Verdict>): Verdict | null {
  let rank = -1;
  for (const verdict of verdicts) rank = Math.max(rank, RANK.indexOf(verdict));
  return RANK[rank] ?? null;
}

/**
 * Probability that at least one of several independent exhibits is forged: 1 − ∏(1 − pᵢ).
 * Null of none.
 */
export function anyForged(probabilities: readonly number[]): number | null {
  if (probabilities.length === 0) return null;
  return 1 - probabilities.reduce((product, p) => product * (1 - p), 1);
}

/**
 * A file's verdict from its pages: the worst page's. Pages of one file share their source and their processing, so
 * they are no independent witnesses; the file's probability is its worst page's.
 */
export function exhibitOutcome(pages: readonly { verdict: Verdict; forgeryProbability: number }[]): {
  verdict: Verdict;
  probability: number | null;
} {
  const readable = pages.filter((page) => page.verdict !== 'unreadable');
  return {
    verdict: worst(pages.map((page) => page.verdict)) ?? 'unreadable',
    probability: readable.length ? Math.max(...readable.map((page) => page.forgeryProbability)) : null,
  };
}

export type ExhibitState = Pick<Exhibit, 'status' | 'verdict' | 'probability' | 'review'>;

/** What counts of an exhibit: a person's word, else what the examination says. */
const counted = ({ verdict, probability, review }: ExhibitState) =>
  review
    ? { verdict: review.decision, probability: review.decision === 'forged' ? 1 : 0 }
    : { verdict, probability };

export interface CaseOutcome {
  readonly status: CaseStatus;
  readonly verdict: Verdict | null;
  readonly probability: number | null;
  readonly counts: ExhibitCounts;
}

/**
 * A case's verdict: the worst exhibit's so far. Its probability: that any exhibit is forged, the files being independent. What a
 * person decided is taken for certain.
 */
export function caseOutcome(exhibits: readonly ExhibitState[]): CaseOutcome {
  const counts = { total: exhibits.length, queued: 0, running: 0, done: 0, failed: 0 };
  for (const { status } of exhibits) counts[status]++;
  const told = exhibits.map(counted);
  const pending = counts.queued + counts.running > 0;
  return {
    status: counts.total === 0 ? 'empty' : pending ? 'examining' : 'done',
    verdict: worst(told.flatMap(({ verdict }) => verdict ?? [])),
    probability: anyForged(told.flatMap(({ probability }) => probability ?? [])),
    counts,
  };
}
