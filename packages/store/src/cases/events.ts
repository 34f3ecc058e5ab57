import type { NewEvent } from '@jianzhen/cases';
import type { Sql } from '../sql/database.ts';
import { json } from '../sql/values.ts';

export const CHANNEL = 'jianzhen_events';

/** Collects a transaction's events; `finish` writes them and is to run last, before the commit. */
export function createEventLog(sql: Sql) {
  const events: NewEvent[] = [];
  return {
    async append(added: readonly NewEvent[]): Promise<void> {
      events.push(...added);
    },

    async finish(): Promise<void> {
      if (events.length === 0) return;
      // Held until the commit, so that ids rise in the order of commits, and a reader that goes on from the last id
      // it saw misses none.
      await sql.query(`select pg_advisory_xact_lock(hashtext($1))`, [CHANNEL]);
      await sql.query(
        `insert into jianzhen.events (type, case_id, exhibit_id, alert_id, data)
         select event ->> 'type', (event ->> 'caseId')::uuid, (event ->> 'exhibitId')::uuid, (event ->> 'alertId')::uuid,
                event -> 'data'
         from jsonb_array_elements($1::jsonb) with ordinality as e(event, place) order by place`,
        [json(events)],
      );
      await sql.query('select pg_notify($1, $2)', [CHANNEL, '']);
    },
  };
}
