import { verdictWords } from '@jianzhen/evidence';
import type { CaseQuery } from '../api/client.ts';
import { type ListView, parseChoice, parseList, useListView } from '../shared/list-view.ts';
import { caseStatusWords } from '../words.ts';

export type CaseView = ListView<CaseQuery>;

export function parseCaseQuery(params: URLSearchParams): CaseQuery {
  const verdict = parseChoice(params, 'verdict', verdictWords);
  const status = parseChoice(params, 'status', caseStatusWords);
  return { ...(verdict && { verdict }), ...(status && { status }), ...parseList(params) };
}

export const useCaseQuery = (): CaseView => useListView(parseCaseQuery);
