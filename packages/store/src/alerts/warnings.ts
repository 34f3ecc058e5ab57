import type { Alert, AlertTransaction, Campaign } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';
import { ALERT, type AlertRow, alertOf, digest, LAST_REVIEW } from './rows.ts';

/** A campaign is kept with its lenders' names, so that each is counted once. */
type StoredAlert = Omit<Alert, 'campaign'> & {
  readonly campaign: (Omit<Campaign, 'lenders'> & { readonly lenders: readonly string[] | number }) | null;
};

const INSERT = `
  insert into jianzhen.alerts
    (id, kind, subject_sha256, subject, domain, payload, case_id, customer_id, lender_id, level, probability, reasons, advice, seen,
     campaign, created_at, first_seen_at, last_seen_at)
  select id, kind, subject_sha256, subject, domain, payload, "caseId", "customerId", "lenderId", level, probability, reasons, advice,
         seen, nullif(campaign, 'null'::jsonb), "createdAt", "firstSeenAt", "lastSeenAt"
  from jsonb_to_recordset($1::jsonb) as r(
    id uuid, kind text, subject_sha256 text, subject text, domain text, payload text, "caseId" uuid, "customerId" text,
    "lenderId" text, level text, probability float8, reasons jsonb, advice jsonb, seen int, campaign jsonb,
    "createdAt" timestamptz, "firstSeenAt" timestamptz, "lastSeenAt" timestamptz)`;

const withDigests = (alerts: readonly StoredAlert[]): string =>
  json(alerts.map((alert) => ({ ...alert, subject_sha256: digest(alert.subject) })));

export async function insertAlerts(sql: Sql, alerts: readonly StoredAlert[]): Promise<void> {
  await sql.query(INSERT, [withDigests(alerts)]);
}

const keyOf = ({ subject, customerId, lenderId }: Alert): string =>
  JSON.stringify([subject, customerId, lenderId ?? '']);

/** Customers' alerts, one of a customer and subject. */
export const warningsOn = (sql: Sql): Pick<AlertTransaction, 'warn'> => ({
  async warn(alerts) {
    const rows = await sql.query<AlertRow>(
      `with warned as (
         ${INSERT}
         on conflict (subject_sha256, customer_id, coalesce(lender_id, '')) where kind = 'customer'
         do update set seen = alerts.seen + excluded.seen, last_seen_at = greatest(alerts.last_seen_at, excluded.last_seen_at)
         returning *)
       select ${ALERT} from warned a ${LAST_REVIEW}`,
      [withDigests(alerts)],
    );
    const stored = new Map(rows.map(alertOf).map((alert) => [keyOf(alert), alert]));
    return alerts.map((alert) => stored.get(keyOf(alert))!);
  },
});
