import type { CaseStore, ExhibitPage, ExhibitReview, PageFinding } from '@jianzhen/cases';
import type { FieldCipher } from '../fields/cipher.ts';
import type { Database } from '../sql/database.ts';
import { where } from '../sql/where.ts';
import {
  CASE,
  type CaseRow,
  caseOf,
  EVENT,
  type EventRow,
  EXHIBIT,
  type ExhibitRow,
  eventOf,
  exhibitOf,
  type Row,
  SUMMARY,
  type SummaryRow,
} from './rows.ts';
import { bytes } from './templates.ts';
import { createTransaction, type Enqueue } from './transaction.ts';

export function createCaseStore(db: Database, enqueue: Enqueue, cipher: FieldCipher | null): CaseStore {
  return {
    transaction: (work) =>
      db.transaction(async (sql) => {
        const tx = createTransaction(sql, enqueue, cipher);
        const result = await work(tx);
        await tx.finish();
        return result;
      }),

    async findCase(id) {
      const [row] = await db.query<CaseRow>(`select ${CASE} from jianzhen.cases where id = $1`, [id]);
      return row ? caseOf(row) : null;
    },

    async listCases({ limit, before, verdict, status, text: wanted }) {
      const { given, values, conditions } = where(limit);
      given(before, (p) => `id < ${p}::uuid`);
      given(verdict, (p) => `verdict = ${p}`);
      given(status, (p) => `status = ${p}`);
      given(wanted, (p) => {
        const matches = `jianzhen.bigrams(search) @> jianzhen.bigrams(lower(${p})) and position(lower(${p}) in search) > 0`;
        return `id in (select id from jianzhen.cases where ${matches}
                       union select case_id from jianzhen.exhibits where ${matches})`;
      });
      const rows = await db.query<SummaryRow>(
        `select ${SUMMARY} from jianzhen.cases where ${conditions()} order by id desc limit $1`,
        values,
      );
      return rows.map(caseOf);
    },

    async findExhibit(id) {
      const [row] = await db.query<ExhibitRow>(`select ${EXHIBIT} from jianzhen.exhibits where id = $1`, [
        id,
      ]);
      return row ? exhibitOf(row) : null;
    },

    async exhibitsOf(caseId) {
      const rows = await db.query<ExhibitRow>(
        `select ${EXHIBIT} from jianzhen.exhibits where case_id = $1 order by id`,
        [caseId],
      );
      return rows.map(exhibitOf);
    },

    async pagesOf(exhibitId) {
      const rows = await db.query<{ report: ExhibitPage }>(
        'select report from jianzhen.pages where exhibit_id = $1 order by page',
        [exhibitId],
      );
      return rows.map(({ report }) => report);
    },

    async exhibitReviewsOf(exhibitId) {
      const rows = await db.query<Row<ExhibitReview, 'at'>>(
        'select decision, by, note, at from jianzhen.exhibit_reviews where exhibit_id = $1 order by id desc',
        [exhibitId],
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },

    async templateOf(exhibitId, page) {
      const [row] = await db.query<{ sketch: string; material: string }>(
        `select encode(sketch, 'base64') as sketch, encode(material, 'base64') as material
         from jianzhen.templates where exhibit_id = $1 and page = $2`,
        [exhibitId, page],
      );
      return row ? { sketch: bytes(row.sketch), material: bytes(row.material) } : null;
    },

    async findingsOf(exhibitId) {
      const rows = await db.query<{ finding: PageFinding }>(
        'select finding from jianzhen.findings where exhibit_id = $1 order by page, place',
        [exhibitId],
      );
      return rows.map(({ finding }) => finding);
    },

    async eventsAfter(id, limit) {
      const rows = await db.query<EventRow>(
        `select ${EVENT} from jianzhen.events where id > $1 order by id limit $2`,
        [id, limit],
      );
      return rows.map(eventOf);
    },

    async lastEventId() {
      const [row] = await db.query<{ id: number }>(
        'select coalesce(max(id), 0)::float8 as id from jianzhen.events',
      );
      return row!.id;
    },

    async ping() {
      await db.query('select 1');
    },
  };
}
