import type { CaseTable, TraceKind, TraceTable } from '@jianzhen/evidence';
import type { Whole } from '../../ids/ingest.ts';
import { CASE_COLUMNS, type Source, type TellRow, TRACE_COLUMNS } from '../../ids/tables.ts';
import { parseTime } from '../../ids/time.ts';
import { cleanCases, cleanTraces } from './clean.ts';
import { keyed } from './keys.ts';
import { countOf } from './session.ts';
import type { Workspace } from './workspace.ts';

/** Rows of tables that tie anybody to anybody, in the order of the files, and how many there were. */
export interface SharedTables {
  readonly cases: CaseTable;
  readonly traces: TraceTable;
  readonly whole: Whole;
}

const text = (value: unknown): string => (value === null ? '' : String(value));
// What cannot be parsed was left out before.
const time = (value: unknown): number => parseTime(text(value)) ?? Number.NaN;

async function casesOf(work: Workspace, query: string): Promise<CaseTable> {
  const [caseId, customerId, lenderId]: [string[], string[], string[]] = [[], [], []];
  const openedAt: number[] = [];
  for await (const batch of work.session.batches(query))
    for (const [id, customer, lender, opened] of batch) {
      caseId.push(text(id));
      customerId.push(text(customer));
      lenderId.push(text(lender));
      openedAt.push(time(opened));
    }
  return { caseId, customerId, lenderId, openedAt: Float64Array.from(openedAt) };
}

async function tracesOf(work: Workspace, query: string): Promise<TraceTable> {
  const caseId: string[] = [];
  const kind: TraceKind[] = [];
  const value: string[] = [];
  const observedAt: number[] = [];
  for await (const batch of work.session.batches(query))
    for (const [id, ofKind, given, observed] of batch) {
      caseId.push(text(id));
      kind.push(text(ofKind) as TraceKind);
      value.push(text(given));
      observedAt.push(time(observed));
    }
  return { caseId, kind, value, observedAt: Float64Array.from(observedAt) };
}

/**
 * What mining needs of tables of any size. A value that only one customer has ties nobody and is told of nobody: it goes, and
 * with it every customer who has no other. What stays is in the order of the files and the counts over all are kept, so that
 * mining finds the same gangs to the last digit.
 */
export async function shareTables(
  work: Workspace,
  cases: Source,
  traces: Source,
  tell: TellRow,
): Promise<SharedTables> {
  const { session } = work;
  const casesFile = await work.open(cases, { columns: CASE_COLUMNS, links: false }, tell);
  const tracesFile = await work.open(traces, { columns: TRACE_COLUMNS, links: false }, tell);
  const allCases = await cleanCases(work, casesFile.relation, cases.file, tell);
  const allTraces = await cleanTraces(work, tracesFile.relation, allCases, traces.file, tell);
  const withKeys = await keyed(work, allTraces);
  const sharedKeys = await work.table(
    'shared',
    `select kind, key_text from ${withKeys} group by kind, key_text having min(customer_id) <> max(customer_id)`,
  );
  const kept = await work.table(
    'kept',
    `select t.n as n, t.case_id as case_id, t.customer_id as customer_id, t.kind as kind, t.value as value, t.observed_at as observed_at
     from ${withKeys} t join ${sharedKeys} s on t.kind = s.kind and t.key_text = s.key_text`,
  );
  const whole = {
    cases: await countOf(session, `select count(*) from ${allCases}`),
    customers: await countOf(session, `select count(distinct customer_id) from ${allCases}`),
  };
  const keptCases = `select c.case_id, c.customer_id, c.lender_id, c.opened_at from ${allCases} c
    join (select customer_id from ${kept} group by customer_id) k on c.customer_id = k.customer_id order by c.n`;
  return {
    cases: await casesOf(work, keptCases),
    traces: await tracesOf(work, `select case_id, kind, value, observed_at from ${kept} order by n`),
    whole,
  };
}
