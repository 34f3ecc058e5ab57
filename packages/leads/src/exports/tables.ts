import type { LeadView } from '../view/index.ts';
import { type Cell, csv } from './csv.ts';

const SOURCE = ['source_system', 'source_table', 'source_id', 'source_time', 'source_sha256'];

/** A line for each time that a trace was seen in a case, with the record that says so and how rare the trace is. */
export function linksCsv({ links, population }: LeadView): Iterable<Uint8Array> {
  const head = ['trace_no', 'kind', 'value', 'case_no', 'case', 'lender', 'observed_at', ...SOURCE];
  const rarity = ['cases_in_gang', 'cases_everywhere', 'population', 'share'];
  const rows = links.map(({ trace, case: one, observedAt, source }): Cell[] => [
    trace.no,
    trace.kind,
    trace.value,
    one.no,
    one.case,
    one.lender,
    observedAt,
    source.system,
    source.table,
    source.id,
    source.time,
    source.sha256,
    trace.cases,
    trace.casesEverywhere,
    population.cases,
    population.cases > 0 ? Number((trace.casesEverywhere / population.cases).toPrecision(4)) : null,
  ]);
  return csv([...head, ...rarity], rows);
}

/** Gang, cases, lenders and traces, a line each. */
export function entitiesCsv(view: LeadView): Iterable<Uint8Array> {
  const head = [
    'type',
    'no',
    'value',
    'kind',
    'customer',
    'lender',
    'cases',
    'lenders',
    'first',
    'last',
    'amount',
  ];
  const none = [null, null, null, null, null];
  const { gang } = view;
  const rows: Cell[][] = [
    [
      'gang',
      gang.gang,
      gang.gang,
      gang.role,
      null,
      null,
      view.cases.length,
      view.lenders.length,
      null,
      null,
      view.amount.yuan,
      ...none,
    ],
    ...view.related.map((other): Cell[] => [
      'gang',
      other.gang,
      other.gang,
      `${other.relation}:${other.role}`,
      null,
      null,
      other.cases,
      other.lenders,
      null,
      null,
      null,
      ...none,
    ]),
    ...view.lenders.map(({ no, lender, cases, amount }): Cell[] => [
      'lender',
      no,
      lender,
      null,
      null,
      null,
      cases,
      null,
      null,
      null,
      amount,
      ...none,
    ]),
    ...view.traces.map((trace): Cell[] => [
      'trace',
      trace.no,
      trace.value,
      trace.kind,
      null,
      null,
      trace.cases,
      trace.lenders,
      trace.firstSeen,
      trace.lastSeen,
      null,
      ...none,
    ]),
    ...view.cases.map(({ no, case: id, customer, lender, openedAt, amount, source }): Cell[] => [
      'case',
      no,
      id,
      null,
      customer,
      lender,
      1,
      null,
      openedAt,
      openedAt,
      amount,
      source.system,
      source.table,
      source.id,
      source.time,
      source.sha256,
    ]),
  ];
  return csv([...head, ...SOURCE], rows);
}
