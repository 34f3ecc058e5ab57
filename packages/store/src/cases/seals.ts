import type { ExhibitPage, SealSource, StoredSeal, StoredSealPrint } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';

const LOCK = 'jianzhen_seals';

/** Stored seals, as a transaction sees them. */
export const sealSource = (sql: Sql): SealSource => ({
  async lockSeals() {
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [LOCK]);
  },

  sealPrintsAfter: (id, limit) =>
    sql.query<StoredSealPrint>(
      `select id::float8 as id, fingerprint, template_fingerprint as "templateFingerprint"
       from jianzhen.seals where id > $1 order by id limit $2`,
      [id, limit],
    ),

  seals: (ids) =>
    sql.query<StoredSeal>(
      `select s.id::float8 as id, s.fingerprint, s.template_fingerprint as "templateFingerprint",
              s.case_id as "caseId", s.exhibit_id as "exhibitId", s.page, s.place, e.name as exhibit, c.reference,
              c.customer_id as "customerId", c.lender_id as "lenderId",
              p.report -> 'seals' -> (s.place - 1) as seal
       from jianzhen.seals s
       join jianzhen.exhibits e on e.id = s.exhibit_id
       join jianzhen.cases c on c.id = s.case_id
       join jianzhen.pages p on p.exhibit_id = s.exhibit_id and p.page = s.page
       where s.id in (select jsonb_array_elements_text($1::jsonb)::bigint)`,
      [json(ids)],
    ),
});

/** Stores what the seals of an exhibit's pages are known by; the lock makes ids rise in the order of commits. */
export async function insertSeals(sql: Sql, exhibitId: string, pages: readonly ExhibitPage[]): Promise<void> {
  const rows = pages.flatMap(({ page, seals }) =>
    seals.flatMap(({ fingerprint, templateFingerprint }, i) =>
      fingerprint ? [{ page, place: i + 1, fingerprint, templateFingerprint }] : [],
    ),
  );
  if (rows.length === 0) return;
  await sealSource(sql).lockSeals();
  await sql.query(
    `insert into jianzhen.seals (exhibit_id, case_id, page, place, fingerprint, template_fingerprint)
     select e.id, e.case_id, r.page, r.place, r.fingerprint, r."templateFingerprint"
     from jsonb_to_recordset($2::jsonb) as r(page int, place int, fingerprint text, "templateFingerprint" text), jianzhen.exhibits e
     where e.id = $1 order by r.page, r.place`,
    [exhibitId, json(rows)],
  );
}
