import type { GangStore, StoredThing } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';

type Sight = Awaited<ReturnType<GangStore['sightsOf']>>[number];

const SAYS: Readonly<Record<StoredThing['kind'], { table: string; says: string }>> = {
  seal: { table: 'seals', says: `p.report -> 'seals' -> (t.place - 1) ->> 'title'` },
  document_template: { table: 'templates', says: 'null' },
};

/** Where seals and pages on record stand, and what the seals say. */
export async function sightsOf(sql: Sql, things: readonly StoredThing[]): Promise<Sight[]> {
  const found: Sight[] = [];
  for (const [kind, ids] of Map.groupBy(things, (thing) => thing.kind)) {
    const { table, says } = SAYS[kind];
    const rows = await sql.query<Omit<Sight, 'kind'>>(
      `select t.id::float8 as id, ${says} as says, t.case_id::text as "caseId", t.exhibit_id::text as "exhibitId", t.page
       from jianzhen.${table} t join jianzhen.pages p on p.exhibit_id = t.exhibit_id and p.page = t.page
       where t.id in (select jsonb_array_elements_text($1::jsonb)::bigint)`,
      [json(ids.map(({ id }) => id))],
    );
    found.push(...rows.map((row) => ({ kind, ...row })));
  }
  return found;
}
