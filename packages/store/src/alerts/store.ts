import type { AlertStore } from '@jianzhen/cases';
import type { Database } from '../sql/database.ts';
import { where } from '../sql/where.ts';
import type { EnqueueDeliveries } from './deliveries.ts';
import {
  ALERT,
  type AlertRow,
  alertOf,
  DELIVERY,
  type DeliveryRow,
  deliveryOf,
  digest,
  LAST_REVIEW,
  REVIEW,
  type ReviewRow,
  reviewOf,
  SCAN,
  type ScanRow,
} from './rows.ts';
import { createAlertTransaction } from './transaction.ts';

const DECISIONS = { open: null, confirmed: 'dangerous', corrected: 'not-dangerous' } as const;

export function createAlertStore(db: Database, enqueue: EnqueueDeliveries): AlertStore {
  return {
    transaction: (work) =>
      db.transaction(async (sql) => {
        const tx = createAlertTransaction(sql, enqueue);
        const result = await work(tx);
        await tx.finish();
        return result;
      }),

    findAlert: (id) => createAlertTransaction(db, enqueue).findAlert(id),

    async listAlerts({ limit, before, kind, status, level, customerId, text }) {
      const { given, values, conditions } = where(limit);
      given(before, (p) => `a.id < ${p}::uuid`);
      given(kind, (p) => `a.kind = ${p}`);
      given(level, (p) => `a.level = ${p}`);
      given(customerId, (p) => `a.customer_id = ${p}`);
      given(
        text,
        (p) =>
          `jianzhen.bigrams(a.search) @> jianzhen.bigrams(lower(${p})) and position(lower(${p}) in a.search) > 0`,
      );
      given(status && (DECISIONS[status] ?? 'none'), (p) => `coalesce(r.decision, 'none') = ${p}`);
      const rows = await db.query<AlertRow>(
        `select ${ALERT} from jianzhen.alerts a ${LAST_REVIEW} where ${conditions()} order by a.id desc limit $1`,
        values,
      );
      return rows.map(alertOf);
    },

    async reviewsOf(subject) {
      const rows = await db.query<ReviewRow>(
        `select ${REVIEW} from jianzhen.reviews where subject_sha256 = $1 order by id desc`,
        [digest(subject)],
      );
      return rows.map(reviewOf);
    },

    async deliveriesOf(alertId) {
      const rows = await db.query<DeliveryRow>(
        `select ${DELIVERY} from jianzhen.deliveries where alert_id = $1 order by id desc`,
        [alertId],
      );
      return rows.map(deliveryOf);
    },

    async listDeliveries({ limit, before, status }) {
      const { given, values, conditions } = where(limit);
      given(before, (p) => `id < ${p}::uuid`);
      given(status, (p) => `status = ${p}`);
      const rows = await db.query<DeliveryRow>(
        `select ${DELIVERY} from jianzhen.deliveries where ${conditions()} order by id desc limit $1`,
        values,
      );
      return rows.map(deliveryOf);
    },

    async scansAfter(id, limit) {
      const rows = await db.query<ScanRow>(
        `select ${SCAN} from jianzhen.scans where $1::uuid is null or id > $1::uuid order by id limit $2`,
        [id, limit],
      );
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
    },

    async forgetScans(before, limit) {
      // Ids are in the order of time, so that the oldest are found without an index of their own.
      const gone = await db.query(
        `delete from jianzhen.scans where id in (
           select id from jianzhen.scans where at < $1::timestamptz and case_id is null order by id limit $2)
         returning 1`,
        [before, limit],
      );
      return gone.length;
    },

    async growthOf(subject, hours) {
      const rows = await db.query<{ at: Date; customers: number }>(
        `select date_trunc('hour', created_at) as at, count(*)::int as customers from jianzhen.alerts
         where kind = 'customer' and subject_sha256 = $1 group by 1 order by 1 desc limit $2`,
        [digest(subject), hours],
      );
      return rows.reverse().map(({ at, customers }) => ({ at: at.toISOString(), customers }));
    },
  };
}
