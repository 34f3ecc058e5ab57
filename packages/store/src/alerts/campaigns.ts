import type { AlertTransaction, Spread } from '@jianzhen/cases';
import type { Row } from '../cases/rows.ts';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';
import { ALERT, type AlertRow, alertOf, digest, LAST_REVIEW } from './rows.ts';
import { insertAlerts } from './warnings.ts';

type Campaigns = Pick<AlertTransaction, 'countOnCampaigns' | 'spread' | 'insertCampaign' | 'setTold'>;

/** Campaigns, and what is counted on them, as a transaction sees them. */
export const campaignsOn = (sql: Sql): Campaigns => ({
  async countOnCampaigns(gains, at) {
    const rows = await sql.query<AlertRow>(
      `with counted as (
         update jianzhen.alerts a
         set seen = a.seen + g.seen,
             last_seen_at = greatest(a.last_seen_at, $2::timestamptz),
             campaign = a.campaign || jsonb_build_object(
               'customers', (a.campaign ->> 'customers')::int + g.customers,
               'lenders', (select coalesce(jsonb_agg(distinct lender), '[]')
                           from jsonb_array_elements(a.campaign -> 'lenders' || g.lenders) as lender))
         from jsonb_to_recordset($1::jsonb) as g(subject text, seen int, customers int, lenders jsonb)
         where a.kind = 'campaign' and a.subject_sha256 = g.subject
         returning a.*)
       select ${ALERT} from counted a ${LAST_REVIEW}`,
      [json(gains.map((gain) => ({ ...gain, subject: digest(gain.subject) }))), at],
    );
    return rows.map(alertOf);
  },

  async spread(subjects, since) {
    const rows = await sql.query<Row<Spread, 'firstSeenAt' | 'lastSeenAt'>>(
      `select subject, (count(*) filter (where last_seen_at > $2::timestamptz))::int as recent, count(*)::int as customers,
              coalesce(jsonb_agg(distinct lender_id) filter (where lender_id is not null), '[]') as lenders,
              sum(seen)::int as seen, min(first_seen_at) as "firstSeenAt", max(last_seen_at) as "lastSeenAt"
       from jianzhen.alerts
       where kind = 'customer' and subject_sha256 in (select jsonb_array_elements_text($1::jsonb))
       group by subject`,
      [json(subjects.map(digest)), since],
    );
    return rows.map((row) => ({
      ...row,
      firstSeenAt: row.firstSeenAt.toISOString(),
      lastSeenAt: row.lastSeenAt.toISOString(),
    }));
  },

  insertCampaign: (alert, lenders) =>
    insertAlerts(sql, [{ ...alert, campaign: { ...alert.campaign!, lenders } }]),

  async setTold(id, customers) {
    await sql.query(
      `update jianzhen.alerts set campaign = jsonb_set(campaign, '{told}', to_jsonb($2::int)) where id = $1`,
      [id, customers],
    );
  },
});
