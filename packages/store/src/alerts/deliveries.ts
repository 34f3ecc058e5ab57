import { type AlertTransaction, newId, type Outgoing } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';
import { DELIVERY, type DeliveryRow, deliveryOf, digest } from './rows.ts';

/** Puts jobs of deliveries into the queue, each under an id of its own. */
export type EnqueueDeliveries = (
  tx: Sql,
  jobs: readonly { readonly id: string; readonly deliveryId: string }[],
) => Promise<void>;

type Outbox = Pick<
  AlertTransaction,
  | 'addDeliveries'
  | 'cancelDeliveries'
  | 'reviveDeliveries'
  | 'lockDelivery'
  | 'updateDelivery'
  | 'enqueueDelivery'
>;

/** Warnings of one subject; what tells of a review is none. */
const WARNINGS = `type <> 'alert.reviewed' and alert_id in (select id from jianzhen.alerts where subject_sha256 = $1)`;

/** The outbox, as a transaction sees it. */
export const outboxOn = (sql: Sql, enqueue: EnqueueDeliveries): Outbox => ({
  async addDeliveries(deliveries) {
    if (deliveries.length === 0) return;
    await sql.query(
      `insert into jianzhen.deliveries (id, alert_id, type, endpoint, status, attempts, body, created_at)
       select id, "alertId", type, endpoint, status, attempts, body, "createdAt"
       from jsonb_to_recordset($1::jsonb) as r(
         id uuid, "alertId" uuid, type text, endpoint text, status text, attempts int, body jsonb, "createdAt" timestamptz)`,
      [json(deliveries)],
    );
    // The delivery's id is its first job's id too: a second such job cannot be.
    await enqueue(
      sql,
      deliveries.map(({ id }) => ({ id, deliveryId: id })),
    );
  },

  async cancelDeliveries(subject) {
    await sql.query(
      `update jianzhen.deliveries set status = 'cancelled' where status in ('pending', 'dead') and ${WARNINGS}`,
      [digest(subject)],
    );
  },

  async reviveDeliveries(subject) {
    const revived = await sql.query<{ id: string }>(
      `update jianzhen.deliveries set status = 'pending', attempts = 0 where status = 'cancelled' and ${WARNINGS} returning id`,
      [digest(subject)],
    );
    if (revived.length === 0) return;
    await enqueue(
      sql,
      revived.map(({ id }) => ({ id: newId(), deliveryId: id })),
    );
  },

  async lockDelivery(id) {
    const [row] = await sql.query<DeliveryRow & Pick<Outgoing, 'body'>>(
      `select ${DELIVERY}, body from jianzhen.deliveries where id = $1 for update`,
      [id],
    );
    return row ? deliveryOf(row) : null;
  },

  async updateDelivery({ id, status, attempts, error, attemptedAt, deliveredAt }) {
    await sql.query(
      `update jianzhen.deliveries
       set status = $2, attempts = $3, error = $4::jsonb, attempted_at = $5::timestamptz, delivered_at = $6::timestamptz
       where id = $1`,
      [id, status, attempts, error && json(error), attemptedAt, deliveredAt],
    );
  },

  enqueueDelivery: (id) => enqueue(sql, [{ id: newId(), deliveryId: id }]),
});
