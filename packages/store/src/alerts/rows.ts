import { createHash } from 'node:crypto';
import type { Alert, Delivery, Review, Scan } from '@jianzhen/cases';
import type { Row } from '../cases/rows.ts';
import { text } from '../sql/values.ts';

/** What a subject is looked up by. */
export const digest = (subject: string): string => createHash('sha256').update(text(subject)).digest('hex');

/** The last review of an alert's subject, joined to `jianzhen.alerts a`. */
export const LAST_REVIEW = `left join lateral (
  select decision from jianzhen.reviews where subject_sha256 = a.subject_sha256 order by id desc limit 1) r on true`;

export const ALERT = `
  a.id, a.kind,
  case r.decision when 'dangerous' then 'confirmed' when 'not-dangerous' then 'corrected' else 'open' end as status,
  a.subject, a.domain, a.payload, a.case_id as "caseId", a.customer_id as "customerId", a.lender_id as "lenderId", a.level,
  a.probability, a.reasons, a.advice, a.seen,
  jsonb_set(a.campaign, '{lenders}', to_jsonb(jsonb_array_length(a.campaign -> 'lenders'))) as campaign, a.created_at as "createdAt", a.first_seen_at as "firstSeenAt",
  a.last_seen_at as "lastSeenAt"`;
export type AlertRow = Row<Alert, 'createdAt' | 'firstSeenAt' | 'lastSeenAt'>;
export function alertOf(row: AlertRow): Alert {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  };
}

export const REVIEW = 'alert_id as "alertId", decision, by, note, at';
export type ReviewRow = Row<Review, 'at'>;
export function reviewOf<T extends ReviewRow>(row: T): Omit<T, 'at'> & Pick<Review, 'at'> {
  return { ...row, at: row.at.toISOString() };
}

export const SCAN = `
  id, subject, domain, payload, case_id as "caseId", customer_id as "customerId", lender_id as "lenderId", level, at`;
export type ScanRow = Row<Scan, 'at'>;

export const DELIVERY = `
  id, alert_id as "alertId", type, endpoint, status, attempts, error, created_at as "createdAt", attempted_at as "attemptedAt",
  delivered_at as "deliveredAt"`;
export type DeliveryRow = Row<Delivery, 'createdAt' | 'attemptedAt' | 'deliveredAt'>;
export function deliveryOf<T extends DeliveryRow>(
  row: T,
): Omit<T, 'createdAt' | 'attemptedAt' | 'deliveredAt'> &
  Pick<Delivery, 'createdAt' | 'attemptedAt' | 'deliveredAt'> {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    attemptedAt: row.attemptedAt?.toISOString() ?? null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
  };
}
