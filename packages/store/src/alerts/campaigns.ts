import type { AlertTransaction, Spread } from '@jianzhen/cases';
import type { Row } from '../cases/rows.ts';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';
import { ALERT, type AlertRow, alertOf, digest, LAST_REVIEW } from './rows.ts';
import { insertAlerts } from './warnings.ts';

type Campaigns = Pick<AlertTransaction, 'countOnCampaigns' | 'spread' | 'insertCampaign' | 'updateCampaign'>;

/** Campaigns, and what is counted on them, as a transaction sees them. */
export const campaignsOn = (sql: Sql): Campaigns => ({
  async countOnCampaigns(scans, at) {
    const counts = scans.map(({ subject, seen }) => ({ subject: digest(subject), seen }));
    const rows = await sql.query<AlertRow>(
      `with counted as (
         update jianzhen.alerts a
         set seen = a.seen + c.seen, last_seen_at = greatest(a.last_seen_at, $2::timestamptz)
         from jsonb_to_recordset($1::jsonb) as c(subject text, seen int)
         where a.kind = 'campaign' and a.subject_sha256 = c.subject
         returning a.*)
       select ${ALERT} from counted a ${LAST_REVIEW}`,
      [json(counts), at],
    );
    return rows.map(alertOf);
  },

  async spread(subjects, since) {
    const rows = await sql.query<Row<Spread, 'firstSeenAt' | 'lastSeenAt'>>(
      `select subject, (count(*) filter (where last_seen_at > $2::timestamptz))::int as recent, count(*)::int as customers,
              count(distinct lender_id)::int as lenders, sum(seen)::int as seen, min(first_seen_at) as "firstSeenAt",
              max(last_seen_at) as "lastSeenAt"
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

  insertCampaign: (campaign) => insertAlerts(sql, [campaign]),

  async updateCampaign({ id, campaign }) {
    await sql.query('update jianzhen.alerts set campaign = $2::jsonb where id = $1', [id, json(campaign)]);
  },
});
