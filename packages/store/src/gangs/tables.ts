import type { MiningTables, Sighting, StoredComplaint, StoredRelation } from '@jianzhen/cases';
import type { TraceKind } from '@jianzhen/evidence';
import type { Sql } from '../sql/database.ts';

interface CaseRow {
  readonly id: string;
  readonly customer: string;
  readonly lender: string;
  readonly at: number | null;
}

interface TraceRow {
  readonly id: string;
  readonly kind: TraceKind;
  readonly value: string;
  readonly at: number | null;
}

const millis = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
const times = (rows: readonly { readonly at: number | null }[]): Float64Array =>
  Float64Array.from(rows, ({ at }) => at ?? Number.NaN);

/** A customer whom nobody named is one of its own; so is a lender. */
const CASES = `
  select id::text as id, coalesce(customer_id, id::text) as customer, coalesce(lender_id, '') as lender, ${millis('created_at')} as at
  from jianzhen.cases
  union all
  select case_id, customer_id, lender_id, ${millis('opened_at')} from jianzhen.outside_cases
  order by id`;

/** Kinds of traces on pages that are equal where they are the same; likeness of the others is in the relations. */
const EXACT = `'qr_payload', 'domain'`;

/** One value on the customer's record, or several. */
const onRecord = (name: string): string => `
       jsonb_array_elements_text(
         case jsonb_typeof(customer -> '${name}')
           when 'array' then customer -> '${name}'
           when 'string' then jsonb_build_array(customer -> '${name}')
           else '[]' end)`;

const TRACES = `
  select id::text as id, 'phone' as kind, value, ${millis('created_at')} as at
  from jianzhen.cases, ${onRecord('phone')} as value
  union all
  select id::text, 'bank_card', value, ${millis('created_at')}
  from jianzhen.cases, ${onRecord('bankCard')} as value
  union all
  select e.case_id::text, t ->> 'kind', t ->> 'value', ${millis('e.created_at')}
  from jianzhen.pages p join jianzhen.exhibits e on e.id = p.exhibit_id,
       jsonb_array_elements(p.report -> 'traces') as t
  where t ->> 'kind' in (${EXACT})
  union all
  select case_id::text, 'qr_payload', subject, ${millis('at')} from jianzhen.scans where case_id is not null
  union all
  select case_id::text, 'domain', domain, ${millis('at')} from jianzhen.scans
  where case_id is not null and domain is not null
  union all
  select case_id::text, 'voiceprint', voice::text, ${millis('created_at')} from jianzhen.voiceprints
  where kind = 'call' and expires_at > now()
  union all
  select case_id, kind, value, ${millis('observed_at')} from jianzhen.outside_traces
  order by id, kind, value`;

const COMPLAINTS = `
  select id::text as "caseId", complaint ->> 'text' as text, ${millis('created_at')} as at
  from jianzhen.cases where complaint is not null order by created_at, id`;

const sightingsOf = (kind: Sighting['kind'], table: string): string => `
  select '${kind}' as kind, t.id::float8 as id, t.case_id::text as "caseId", ${millis('e.created_at')} as at
  from jianzhen.${table}s t join jianzhen.exhibits e on e.id = t.exhibit_id
  where t.id in (select own from jianzhen.${table}_relations union select other from jianzhen.${table}_relations)`;

const relationsOf = (kind: StoredRelation['kind'], table: string): string =>
  `select '${kind}' as kind, own::float8 as own, other::float8 as other from jianzhen.${table}_relations`;

/** Everything that gangs are mined from, as one transaction sees it. */
export async function miningTables(sql: Sql): Promise<MiningTables> {
  const cases = await sql.query<CaseRow>(CASES);
  const traces = await sql.query<TraceRow>(TRACES);
  return {
    cases: {
      caseId: cases.map(({ id }) => id),
      customerId: cases.map(({ customer }) => customer),
      lenderId: cases.map(({ lender }) => lender),
      openedAt: times(cases),
    },
    traces: {
      caseId: traces.map(({ id }) => id),
      kind: traces.map(({ kind }) => kind),
      value: traces.map(({ value }) => value),
      observedAt: times(traces),
    },
    complaints: await sql.query<StoredComplaint>(COMPLAINTS),
    relations: [
      ...(await sql.query<StoredRelation>(relationsOf('seal', 'seal'))),
      ...(await sql.query<StoredRelation>(relationsOf('document_template', 'template'))),
    ],
    sightings: [
      ...(await sql.query<Sighting>(sightingsOf('seal', 'seal'))),
      ...(await sql.query<Sighting>(sightingsOf('document_template', 'template'))),
    ],
  };
}
