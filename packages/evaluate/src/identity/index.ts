/** Person and papers: what differs is found, and nothing else is said. */
import { type Interval, wilson } from '../metrics.ts';

/** One page held against one record. */
export interface IdentityOutcome {
  readonly page: string;
  readonly kind: string;
  readonly capture: string;
  /** How the record was made; `near` and `other` differ in one thing. */
  readonly sort: string;
  /** What differs; null where nothing does. */
  readonly differs: string | null;
  /** What the findings said to differ, one each. */
  readonly told: readonly string[];
}

export interface Share {
  readonly count: number;
  readonly share: number | null;
  /** Wilson, 95%. */
  readonly interval: Interval | null;
}

export interface IdentityMetrics {
  readonly pages: number;
  readonly records: number;
  /** Of the things that differ, those that were told. */
  readonly recall: Share;
  /** Findings that nothing differs for, a page and record. */
  readonly falseFindingsPerPage: number | null;
  /** Pages with a false finding against at least one of their records. */
  readonly pagesWithFalseFindings: Share;
}

function share(hits: readonly boolean[]): Share {
  const count = hits.length;
  const hit = hits.filter(Boolean).length;
  return count === 0
    ? { count, share: null, interval: null }
    : { count, share: hit / count, interval: wilson(hit, count) };
}

const wrong = ({ told, differs }: IdentityOutcome) => told.filter((subject) => subject !== differs);

export function identityMetrics(outcomes: readonly IdentityOutcome[]): IdentityMetrics {
  const differing = outcomes.filter(({ differs }) => differs !== null);
  const pages = [...Map.groupBy(outcomes, ({ page }) => page).values()];
  const falseFindings = outcomes.reduce((sum, outcome) => sum + wrong(outcome).length, 0);
  return {
    pages: pages.length,
    records: outcomes.length,
    recall: share(differing.map(({ differs, told }) => told.includes(differs!))),
    falseFindingsPerPage: outcomes.length === 0 ? null : falseFindings / outcomes.length,
    pagesWithFalseFindings: share(pages.map((own) => own.some((outcome) => wrong(outcome).length > 0))),
  };
}

export interface IdentityRow extends IdentityMetrics {
  /** What the row is of: `all`, `kind id-card`, `capture scan`, `record written`, `name near`. */
  readonly part: string;
}

export function identityTable(outcomes: readonly IdentityOutcome[]): IdentityRow[] {
  const by = (key: (outcome: IdentityOutcome) => string, from = outcomes): IdentityRow[] =>
    [...Map.groupBy(from, key)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([part, own]) => ({ part, ...identityMetrics(own) }));
  return [
    { part: 'all', ...identityMetrics(outcomes) },
    ...by(({ kind }) => `kind ${kind}`),
    ...by(({ capture }) => `capture ${capture}`),
    ...by(({ sort }) => `record ${sort}`),
    ...by(
      ({ differs, sort }) => `${differs} ${sort}`,
      outcomes.filter(({ differs }) => differs !== null),
    ),
  ];
}
