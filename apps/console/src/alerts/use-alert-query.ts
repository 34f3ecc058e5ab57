import type { AlertQuery } from '../api/client.ts';
import { type ListView, parseChoice, parseList, useListView } from '../shared/list-view.ts';
import { alertKindWords, alertStatusWords, levelWords } from '../words.ts';

export type AlertView = ListView<AlertQuery>;

export function parseAlertQuery(params: URLSearchParams): AlertQuery {
  const kind = parseChoice(params, 'kind', alertKindWords);
  const status = parseChoice(params, 'status', alertStatusWords);
  const level = parseChoice(params, 'level', levelWords);
  return { ...(kind && { kind }), ...(status && { status }), ...(level && { level }), ...parseList(params) };
}

export const useAlertQuery = (): AlertView => useListView(parseAlertQuery);
