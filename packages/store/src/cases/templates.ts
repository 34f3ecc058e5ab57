import type { StoredSketch, StoredTemplate, TemplateSource } from '@jianzhen/cases';
import type { PageTemplate } from '@jianzhen/evidence';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

const LOCK = 'jianzhen_templates';

/** Stored pages, as a transaction sees them. Bytes pass as base64: both drivers take and give it alike. */
export const templateSource = (sql: Sql): TemplateSource => ({
  async lockTemplates() {
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
  },

  async sketchesAfter(id, limit) {
    const rows = await sql.query<Omit<StoredSketch, 'sketch'> & { sketch: string }>(
      `select t.id::float8 as id, encode(t.sketch, 'base64') as sketch,
              p.report -> 'reading' -> 'kind' ->> 'name' as kind,
              jsonb_path_query_first(p.report, '$.reading.fields[*] ? (@.name == "issuer").value') #>> '{}' as issuer
       from jianzhen.templates t join jianzhen.pages p on p.exhibit_id = t.exhibit_id and p.page = t.page
       where t.id > $1 order by t.id limit $2`,
      [id, limit],
    );
    return rows.map((row) => ({ ...row, sketch: bytes(row.sketch) }));
  },

  async templates(ids) {
    const rows = await sql.query<
      Omit<StoredTemplate, 'sketch' | 'material'> & { sketch: string; material: string }
    >(
      `select t.id::float8 as id, t.case_id as "caseId", t.exhibit_id as "exhibitId", t.page,
              encode(t.sketch, 'base64') as sketch, encode(t.material, 'base64') as material,
              e.name as exhibit, c.reference, c.customer_id as "customerId",
              nullif(p.report -> 'reading', 'null'::jsonb) as reading
       from jianzhen.templates t
       join jianzhen.exhibits e on e.id = t.exhibit_id
       join jianzhen.cases c on c.id = t.case_id
       join jianzhen.pages p on p.exhibit_id = t.exhibit_id and p.page = t.page
       where t.id in (select jsonb_array_elements_text($1::jsonb)::bigint)`,
      [json(ids)],
    );
    return rows.map((row) => ({ ...row, sketch: bytes(row.sketch), material: bytes(row.material) }));
  },
});

/** Stores the templates of an exhibit's pages; the lock makes ids rise in the order of commits. */
export async function insertTemplates(
  sql: Sql,
  exhibitId: string,
  templates: readonly (PageTemplate & { readonly page: number })[],
): Promise<void> {
  await templateSource(sql).lockTemplates();
  const rows = templates.map(({ page, sketch, material }) => ({
    page,
    sketch: base64(sketch),
    material: base64(material),
  }));
  await sql.query(
    `insert into jianzhen.templates (exhibit_id, case_id, page, sketch, material)
     select e.id, e.case_id, r.page, decode(r.sketch, 'base64'), decode(r.material, 'base64')
     from jsonb_to_recordset($2::jsonb) as r(page int, sketch text, material text), jianzhen.exhibits e
     where e.id = $1 order by r.page`,
    [exhibitId, json(rows)],
  );
}
