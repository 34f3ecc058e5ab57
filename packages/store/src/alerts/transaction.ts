import type { AlertTransaction, CaseOwner } from '@jianzhen/cases';
import { createEventLog } from '../cases/events.ts';
import type { Sql } from '../sql/database.ts';
import { json, text } from '../sql/values.ts';
import { campaignsOn } from './campaigns.ts';
import { type EnqueueDeliveries, outboxOn } from './deliveries.ts';
import {
  ALERT,
  type AlertRow,
  alertOf,
  digest,
  LAST_REVIEW,
  REVIEW,
  type ReviewRow,
  reviewOf,
} from './rows.ts';
import { warningsOn } from './warnings.ts';

/** The domain's transaction on one SQL transaction; `finish` runs last, before the commit. */
export function createAlertTransaction(
  sql: Sql,
  enqueue: EnqueueDeliveries,
): AlertTransaction & { finish(): Promise<void> } {
  return {
    async lockSubjects(subjects) {
      if (subjects.length === 0) return;
      // In one order everywhere, so that no two transactions wait for each other.
      await sql.query(
        `select pg_advisory_xact_lock(key) from (
           select distinct hashtextextended(subject, 5) as key from jsonb_array_elements_text($1::jsonb) as subject order by key
         ) as keys`,
        [json(subjects.map(digest))],
      );
    },

    owners: (caseIds) =>
      sql.query<CaseOwner>(
        `select id, customer_id as "customerId", lender_id as "lenderId" from jianzhen.cases
         where id in (select jsonb_array_elements_text($1::jsonb)::uuid)`,
        [json(caseIds)],
      ),

    async decisions(subjects) {
      const bySubject = new Map(subjects.map((subject) => [digest(subject), subject]));
      const rows = await sql.query<ReviewRow & { subject_sha256: string }>(
        `select distinct on (subject_sha256) subject_sha256, ${REVIEW} from jianzhen.reviews
         where subject_sha256 in (select jsonb_array_elements_text($1::jsonb))
         order by subject_sha256, id desc`,
        [json([...bySubject.keys()])],
      );
      return rows.map(({ subject_sha256, ...row }) => ({
        ...reviewOf(row),
        subject: bySubject.get(subject_sha256)!,
      }));
    },

    async addReview(subject, { alertId, decision, by, note, at }) {
      await sql.query(
        `insert into jianzhen.reviews (subject_sha256, alert_id, decision, by, note, at)
         values ($1, $2, $3, $4, $5, $6::timestamptz)`,
        [digest(subject), alertId, decision, text(by), note && text(note), at],
      );
    },

    async addScans(scans) {
      await sql.query(
        `insert into jianzhen.scans
           (id, subject_sha256, subject, domain, payload, case_id, customer_id, lender_id, level, at)
         select id, subject_sha256, subject, domain, payload, "caseId", "customerId", "lenderId", level, at
         from jsonb_to_recordset($1::jsonb) as r(
           id uuid, subject_sha256 text, subject text, domain text, payload text, "caseId" uuid, "customerId" text,
           "lenderId" text, level text, at timestamptz)`,
        [json(scans.map((scan) => ({ ...scan, subject_sha256: digest(scan.subject) })))],
      );
    },

    async findAlert(id) {
      const [row] = await sql.query<AlertRow>(
        `select ${ALERT} from jianzhen.alerts a ${LAST_REVIEW} where a.id = $1`,
        [id],
      );
      return row ? alertOf(row) : null;
    },

    ...warningsOn(sql),
    ...campaignsOn(sql),
    ...outboxOn(sql, enqueue),
    ...createEventLog(sql),
  };
}
