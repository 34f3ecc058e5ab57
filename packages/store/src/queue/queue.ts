import type { DeliverJob, EventBus, ExamineJob, JobQueue } from '@jianzhen/cases';
import { PgBoss } from 'pg-boss';
import type { EnqueueDeliveries } from '../alerts/deliveries.ts';
import { CHANNEL } from '../cases/events.ts';
import type { Database, Sql } from '../sql/database.ts';

const EXAMINE = 'examine';
const DELIVER = 'deliver';
const SCHEMA = 'pgboss';

/** How long a worker on a server may be silent before its jobs go to another. At least 10 s, says pg-boss. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 5;
const YEAR_SECONDS = 365 * 24 * 3600;

/** Where notifications work, polling only finds jobs whose time to be retried has come. */
const POLLING = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 1 };

/** Attempts are counted, and limited, by the domain; the queue itself gives up on nothing. */
const RETRIES = 1_000_000;

export interface QueueOptions {
  /** Hears of trouble that mends itself: a lost connection, a failed attempt. */
  readonly onError: (error: Error) => void;
}

export interface Queue extends JobQueue {
  readonly bus: EventBus;
  enqueue(tx: Sql, exhibitIds: readonly string[]): Promise<void>;
  enqueueDeliveries: EnqueueDeliveries;
  close(): Promise<void>;
}

/** Jobs and wake-ups through pg-boss on the database. */
export async function startQueue(db: Database, { onError }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    ...db.bossOptions,
    schema: SCHEMA,
    schedule: false,
    useListenNotify: true,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('error', onError);
  await boss.start();
  const options = {
    notify: true,
    retryLimit: RETRIES,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 30,
    expireInSeconds: 1800,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retentionSeconds: YEAR_SECONDS,
    deleteAfterSeconds: 24 * 3600,
  };
  // The jitter of pg-boss's back-off keeps messages apart that failed together.
  const queues = { [EXAMINE]: options, [DELIVER]: { ...options, retryDelayMax: 3600 } };
  for (const [name, own] of Object.entries(queues)) {
    await boss.createQueue(name, own);
    await boss.updateQueue(name, own);
  }
  if (db.embedded) await recover(db, boss);

  const wakes = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of wakes) wake();
  };
  const listening = await boss.getDb().listen!(CHANNEL, wakeAll, wakeAll);
  let stopped: Promise<void> | null = null;

  const stop = (timeoutMs: number): Promise<void> => {
    stopped ??= boss.stop({ graceful: true, timeout: timeoutMs });
    return stopped;
  };

  const consume = async <Job extends object>(
    queue: string,
    handle: (job: Job) => Promise<void>,
    concurrency: number,
  ): Promise<void> => {
    // One pg-boss worker a slot: each is told to look again as soon as it is done, where it would wait for its
    // next poll.
    for (let slot = 0; slot < concurrency; slot++) {
      const worker: string = await boss.work<Job>(queue, POLLING, async ([job]) => {
        try {
          await handle(job!.data);
        } catch (thrown) {
          onError(thrown as Error);
          throw thrown;
        } finally {
          boss.notifyWorker(worker);
        }
      });
    }
  };

  return {
    bus: {
      subscribe(wake) {
        wakes.add(wake);
        return () => wakes.delete(wake);
      },
    },

    async enqueue(tx, exhibitIds) {
      // The exhibit's id is the job's id too: a second job for the same exhibit cannot be.
      const jobs = exhibitIds.map((id) => ({ id, data: { exhibitId: id } }));
      await boss.insert(EXAMINE, jobs, { db: tx.boss });
    },

    async enqueueDeliveries(tx, jobs) {
      const rows = jobs.map(({ id, deliveryId }) => ({ id, data: { deliveryId } satisfies DeliverJob }));
      await boss.insert(DELIVER, rows, { db: tx.boss });
    },

    work: (handle, { concurrency }) => consume<ExamineJob>(EXAMINE, handle, concurrency),
    deliver: (handle, { concurrency }) => consume<DeliverJob>(DELIVER, handle, concurrency),

    stop,

    async close() {
      await listening.close();
      await stop(1000);
    },
  };
}

/**
 * Nobody else has an embedded database: a job that is active when it is opened was a dead process's. Back into the
 * queue at once, both steps or none.
 */
async function recover(db: Database, boss: PgBoss): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx.query<{ name: string; id: string }>(
      `select name, id from ${SCHEMA}.job where state = 'active' and name in ($1, $2)`,
      [EXAMINE, DELIVER],
    );
    for (const [name, jobs] of Map.groupBy(rows, (row) => row.name)) {
      const ids = jobs.map(({ id }) => id);
      await boss.cancel(name, ids, { db: tx.boss });
      await boss.resume(name, ids, { db: tx.boss });
    }
  });
}
