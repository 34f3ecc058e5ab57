import type { Relation } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';

/** Stores which things of an exhibit's stored pages are one with things on record; what was deleted since is left out. */
export async function insertRelations(
  sql: Sql,
  exhibitId: string,
  relations: readonly Relation[],
): Promise<void> {
  const of = (kind: Relation['kind']) => json(relations.filter((relation) => relation.kind === kind));
  if (relations.length === 0) return;
  await sql.query(
    `insert into jianzhen.seal_relations (own, other, probability)
     select own.id, other.id, r.probability
     from jsonb_to_recordset($2::jsonb) as r(page int, place int, other bigint, probability float8)
     join jianzhen.seals own on own.exhibit_id = $1 and own.page = r.page and own.place = r.place
     join jianzhen.seals other on other.id = r.other
     on conflict do nothing`,
    [exhibitId, of('seal')],
  );
  await sql.query(
    `insert into jianzhen.template_relations (own, other, probability)
     select own.id, other.id, r.probability
     from jsonb_to_recordset($2::jsonb) as r(page int, other bigint, probability float8)
     join jianzhen.templates own on own.exhibit_id = $1 and own.page = r.page
     join jianzhen.templates other on other.id = r.other
     on conflict do nothing`,
    [exhibitId, of('document_template')],
  );
}
