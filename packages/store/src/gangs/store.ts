import type { FoundGang, GangReview, GangStore, GangSummary, MiningRun } from '@jianzhen/cases';
import type { Gang } from '@jianzhen/evidence';
import type { Database } from '../sql/database.ts';
import { json, text } from '../sql/values.ts';
import { sightsOf } from './sights.ts';
import { miningTables } from './tables.ts';

/** A run of which nothing was heard for so long died with its process. */
const DEAD = '1 hour';

const REVIEW = `json_build_object('decision', r.decision, 'by', r.by, 'note', r.note,
  'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
const LAST_REVIEW = `left join lateral (
  select ${REVIEW} as review from jianzhen.gang_reviews r where r.name = g.name order by r.id desc limit 1) l on true`;

interface RunRow extends Omit<MiningRun, 'startedAt' | 'finishedAt'> {
  readonly started: Date;
  readonly finished: Date | null;
}

const RUN = 'id, status, started_at as started, finished_at as finished, cases, traces, gangs, error';

const runOf = ({ started, finished, ...row }: RunRow): MiningRun => ({
  ...row,
  startedAt: started.toISOString(),
  finishedAt: finished?.toISOString() ?? null,
});

/** Nobody else has an embedded database: who was mining before it was opened is gone. */
export async function endDeadRuns(db: Database): Promise<void> {
  await db.query(
    `update jianzhen.mining_runs set status = 'failed', finished_at = now() where status = 'running'`,
  );
}

export function createGangStore(db: Database): GangStore {
  const writeRun = `insert into jianzhen.mining_runs (id, status, started_at, finished_at, cases, traces, gangs, error)
    select id, status, "startedAt", "finishedAt", cases, traces, gangs, nullif(error, 'null'::jsonb)
    from jsonb_to_record($1::jsonb) as r(id uuid, status text, "startedAt" timestamptz, "finishedAt" timestamptz,
      cases int, traces int, gangs int, error jsonb)
    on conflict (id) do update set status = excluded.status, finished_at = excluded.finished_at, cases = excluded.cases,
      traces = excluded.traces, gangs = excluded.gangs, error = excluded.error`;
  return {
    miningTables: () => db.transaction(miningTables),

    beginRun: (run) =>
      db.transaction(async (tx) => {
        await tx.query('select pg_advisory_xact_lock(hashtext($1))', ['jianzhen_mining']);
        const [other] = await tx.query(
          `select 1 from jianzhen.mining_runs where status = 'running' and started_at > now() - $1::interval`,
          [DEAD],
        );
        if (other) return false;
        await tx.query(writeRun, [json(run)]);
        return true;
      }),

    finishRun: (run, gangs) =>
      db.transaction(async (tx) => {
        await tx.query(writeRun, [json(run)]);
        await tx.query('delete from jianzhen.gangs');
        await tx.query(
          `insert into jianzhen.gangs (name, place, gang)
           select gang ->> 'gang', place, gang from jsonb_array_elements($1::jsonb) with ordinality as g(gang, place)`,
          [json(gangs)],
        );
        await tx.query(
          'insert into jianzhen.gang_names select name from jianzhen.gangs on conflict do nothing',
        );
      }),

    async failRun(run) {
      await db.query(writeRun, [json(run)]);
    },

    async listRuns(limit) {
      const rows = await db.query<RunRow>(
        `select ${RUN} from jianzhen.mining_runs order by started_at desc, id desc limit $1`,
        [limit],
      );
      return rows.map(runOf);
    },

    async lastGangs() {
      const rows = await db.query<{ gang: Gang }>('select gang from jianzhen.gangs order by place');
      return rows.map(({ gang }) => gang);
    },

    async lastNumber() {
      const [row] = await db.query<{ number: number }>(
        `select coalesce(max(substring(name from '[0-9]+$')::int), 0) as number from jianzhen.gang_names`,
      );
      return row!.number;
    },

    async listGangs({ limit, offset }) {
      const rows = await db.query<{ gang: GangSummary }>(
        `select (g.gang || jsonb_build_object('cases', jsonb_array_length(g.gang -> 'cases'))) || jsonb_build_object('review', l.review) as gang
         from jianzhen.gangs g ${LAST_REVIEW} order by g.place limit $1 offset $2`,
        [limit, offset],
      );
      return rows.map(({ gang }) => gang);
    },

    async findGang(name) {
      const [row] = await db.query<{ gang: FoundGang }>(
        `select g.gang || jsonb_build_object('review', l.review) as gang from jianzhen.gangs g ${LAST_REVIEW} where g.name = $1`,
        [text(name)],
      );
      return row?.gang ?? null;
    },

    sightsOf: (things) => sightsOf(db, things),

    async reviewsOf(name) {
      const rows = await db.query<{ review: GangReview }>(
        `select ${REVIEW} as review from jianzhen.gang_reviews r where r.name = $1 order by r.id desc`,
        [text(name)],
      );
      return rows.map(({ review }) => review);
    },

    async addReview(name, { decision, by, note, at }) {
      await db.query(
        'insert into jianzhen.gang_reviews (name, decision, by, note, at) values ($1, $2, $3, $4, $5::timestamptz)',
        [text(name), decision, text(by), note === null ? null : text(note), at],
      );
    },

    addOutside: (cases, traces) =>
      db.transaction(async (tx) => {
        await tx.query(
          `insert into jianzhen.outside_cases (case_id, customer_id, lender_id, opened_at)
           select "caseId", "customerId", "lenderId", "openedAt"
           from jsonb_to_recordset($1::jsonb) as r("caseId" text, "customerId" text, "lenderId" text, "openedAt" timestamptz)
           on conflict do nothing`,
          [json(cases)],
        );
        await tx.query(
          `insert into jianzhen.outside_traces (case_id, kind, value, observed_at)
           select "caseId", kind, value, "observedAt"
           from jsonb_to_recordset($1::jsonb) as r("caseId" text, kind text, value text, "observedAt" timestamptz)
           on conflict do nothing`,
          [json(traces)],
        );
      }),
  };
}
