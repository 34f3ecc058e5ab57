import { type Verdict, verdictWords } from '@jianzhen/evidence';
import { useSearchParams } from 'react-router';
import type { CaseQuery } from '../api/client.ts';
import type { CaseStatus } from '../api/types.ts';
import { caseStatusWords } from '../words.ts';

export interface CaseView {
  readonly query: CaseQuery;
  /** 1-based. */
  readonly page: number;
  readonly filtered: boolean;
  /** Another filter starts at the first page; null takes a filter off. */
  readonly filter: (changes: Readonly<Partial<Record<'verdict' | 'status' | 'text', string | null>>>) => void;
  readonly older: (cursor: string) => void;
  readonly newer: () => void;
  readonly clear: () => void;
}

/** What the list shows, as its address says: it can be bookmarked, sent on and gone back to. */
export function parseCaseQuery(params: URLSearchParams): CaseQuery {
  const verdict = params.get('verdict');
  const status = params.get('status');
  const text = params.get('text')?.trim().slice(0, 100);
  const cursor = params.getAll('cursor').at(-1);
  return {
    ...(verdict !== null && Object.hasOwn(verdictWords, verdict) ? { verdict: verdict as Verdict } : {}),
    ...(status !== null && Object.hasOwn(caseStatusWords, status) ? { status: status as CaseStatus } : {}),
    ...(text ? { text } : {}),
    ...(cursor ? { cursor } : {}),
  };
}

export function useCaseQuery(): CaseView {
  const [params, setParams] = useSearchParams();
  const query = parseCaseQuery(params);
  const cursors = params.getAll('cursor');

  const turnTo = (list: readonly string[]) => {
    const next = new URLSearchParams(params);
    next.delete('cursor');
    for (const cursor of list) next.append('cursor', cursor);
    setParams(next);
  };

  return {
    query,
    page: cursors.length + 1,
    filtered: query.verdict !== undefined || query.status !== undefined || query.text !== undefined,
    filter(changes) {
      const next = new URLSearchParams(params);
      next.delete('cursor');
      for (const [name, value] of Object.entries(changes) as [string, string | null][]) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      setParams(next, { replace: 'text' in changes });
    },
    older: (cursor) => turnTo([...cursors, cursor]),
    newer: () => turnTo(cursors.slice(0, -1)),
    clear: () => setParams({}),
  };
}
