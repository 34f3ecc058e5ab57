import { type CaseTransaction, type ExhibitState, errors, type ReadPage } from '@jianzhen/cases';
import type { FieldCipher } from '../fields/cipher.ts';
import { insertRelations } from '../gangs/relations.ts';
import type { Sql } from '../sql/database.ts';
import { json, text } from '../sql/values.ts';
import { voiceKeeper } from '../voices/keeper.ts';
import { createEventLog } from './events.ts';
import { CASE, type CaseRow, caseOf, EXHIBIT, type ExhibitRow, exhibitOf } from './rows.ts';
import { insertSeals, sealSource } from './seals.ts';
import { insertTemplates, templateSource } from './templates.ts';

export type Enqueue = (tx: Sql, exhibitIds: readonly string[]) => Promise<void>;

/** The domain's transaction on one SQL transaction; `finish` runs last, before the commit. */
export function createTransaction(
  sql: Sql,
  enqueue: Enqueue,
  cipher: FieldCipher | null,
): CaseTransaction & { finish(): Promise<void> } {
  return {
    async insertCase(record) {
      await sql.query(
        `insert into jianzhen.cases
           (id, reference, title, customer_id, lender_id, customer, complaint, status, verdict, probability, counts, created_at, updated_at)
         select id, reference, title, "customerId", "lenderId", nullif(customer, 'null'::jsonb), nullif(complaint, 'null'::jsonb), status, verdict, probability, counts, "createdAt", "updatedAt"
         from jsonb_to_record($1::jsonb) as r(
           id uuid, reference text, title text, "customerId" text, "lenderId" text, customer jsonb, complaint jsonb, status text, verdict text,
           probability float8, counts jsonb,
           "createdAt" timestamptz, "updatedAt" timestamptz)`,
        [json(record)],
      );
    },

    async lockCase(id) {
      const [row] = await sql.query<CaseRow>(`select ${CASE} from jianzhen.cases where id = $1 for update`, [
        id,
      ]);
      return row ? caseOf(row) : null;
    },

    async updateCase({ id, status, verdict, probability, counts, updatedAt }) {
      await sql.query(
        `update jianzhen.cases
         set status = $2, verdict = $3, probability = $4, counts = $5::jsonb, updated_at = $6::timestamptz
         where id = $1`,
        [id, status, verdict, probability, json(counts), updatedAt],
      );
    },

    async insertExhibits(records) {
      await sql.query(
        `insert into jianzhen.exhibits
           (id, case_id, name, media_type, bytes, sha256, status, attempts, created_at)
         select id, "caseId", name, "mediaType", bytes, sha256, status, attempts, "createdAt"
         from jsonb_to_recordset($1::jsonb) as r(
           id uuid, "caseId" uuid, name text, "mediaType" text, bytes bigint, sha256 text, status text, attempts int,
           "createdAt" timestamptz)`,
        [json(records)],
      );
    },

    async lockExhibit(id) {
      const [row] = await sql.query<ExhibitRow>(
        `select ${EXHIBIT} from jianzhen.exhibits where id = $1 for update`,
        [id],
      );
      return row ? exhibitOf(row) : null;
    },

    async updateExhibit(record) {
      await sql.query(
        `update jianzhen.exhibits e
         set media_type = r."mediaType", status = r.status, attempts = r.attempts, verdict = r.verdict,
             probability = r.probability, review = nullif(r.review, 'null'::jsonb), page_count = r."pageCount", told = nullif(r.told, 'null'::jsonb),
             error = nullif(r.error, 'null'::jsonb),
             started_at = r."startedAt", finished_at = r."finishedAt"
         from jsonb_to_record($1::jsonb) as r(
           id uuid, "mediaType" text, status text, attempts int, verdict text, probability float8, review jsonb, "pageCount" int,
           told jsonb, error jsonb, "startedAt" timestamptz, "finishedAt" timestamptz)
         where e.id = r.id`,
        [json(record)],
      );
    },

    async addExhibitReview(exhibitId, { decision, by, note, at }) {
      await sql.query(
        `insert into jianzhen.exhibit_reviews (exhibit_id, decision, by, note, at) values ($1, $2, $3, $4, $5::timestamptz)`,
        [exhibitId, decision, text(by), note === null ? null : text(note), at],
      );
    },

    readPages: (caseId, without) =>
      sql.query<ReadPage>(
        `select e.name as exhibit, p.page, p.report -> 'reading' as reading
         from jianzhen.exhibits e join jianzhen.pages p on p.exhibit_id = e.id
         where e.case_id = $1 and e.id <> $2 and jsonb_typeof(p.report -> 'reading') = 'object'
         order by e.id, p.page`,
        [caseId, without],
      ),

    exhibitStates: (caseId) =>
      sql.query<ExhibitState>(
        'select status, verdict, probability, review from jianzhen.exhibits where case_id = $1',
        [caseId],
      ),

    async replacePages(exhibitId, pages, findings, templates = []) {
      await sql.query('delete from jianzhen.pages where exhibit_id = $1', [exhibitId]);
      await sql.query(
        `insert into jianzhen.pages (exhibit_id, page, report)
         select $1::uuid, (report ->> 'page')::int, report from jsonb_array_elements($2::jsonb) as report`,
        [exhibitId, json(pages)],
      );
      await sql.query(
        `insert into jianzhen.findings (exhibit_id, page, place, code, finding)
         select $1::uuid, (finding ->> 'page')::int,
                row_number() over (partition by finding ->> 'page' order by place),
                finding ->> 'code', finding
         from jsonb_array_elements($2::jsonb) with ordinality as f(finding, place)`,
        [exhibitId, json(findings)],
      );
      await insertSeals(sql, exhibitId, pages);
      if (templates.length > 0) await insertTemplates(sql, exhibitId, templates);
    },

    addRelations: (exhibitId, relations) => insertRelations(sql, exhibitId, relations),

    ...templateSource(sql),
    ...sealSource(sql),
    ...voiceKeeper(sql, cipher),

    ...createEventLog(sql),

    enqueue: (exhibitIds) => enqueue(sql, exhibitIds),

    async claim({ scope, key, fingerprint }) {
      const claimed = await sql.query(
        `insert into jianzhen.idempotency (scope, key, fingerprint) values ($1, $2, $3)
         on conflict do nothing returning key`,
        [text(scope), text(key), fingerprint],
      );
      if (claimed.length) return null;
      const [found] = await sql.query<{ fingerprint: string; answer: unknown }>(
        'select fingerprint, answer from jianzhen.idempotency where scope = $1 and key = $2',
        [text(scope), text(key)],
      );
      if (found?.fingerprint !== fingerprint) throw errors('idempotency.mismatch', { key });
      return found.answer;
    },

    async remember({ scope, key }, answer) {
      await sql.query('update jianzhen.idempotency set answer = $3::jsonb where scope = $1 and key = $2', [
        text(scope),
        text(key),
        json(answer),
      ]);
    },
  };
}
