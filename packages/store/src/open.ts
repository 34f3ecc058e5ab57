import { join } from 'node:path';
import type { AlertStore, BlobStore, CaseStore, EventBus, GangStore, JobQueue } from '@jianzhen/cases';
import { createAlertStore } from './alerts/store.ts';
import { openBlobs } from './blobs/open.ts';
import { createCaseStore } from './cases/store.ts';
import { createGangStore, endDeadRuns } from './gangs/store.ts';
import { startQueue } from './queue/queue.ts';
import type { Database } from './sql/database.ts';
import { migrate } from './sql/migrate.ts';
import { openPglite } from './sql/pglite.ts';
import { openPostgres } from './sql/postgres.ts';

export interface StoreOptions {
  /** Folder of the embedded database (`db/`) and, unless told, of the blobs (`blobs/`). */
  readonly dataDir: string;
  /** `postgres://…`; the embedded database where absent. */
  readonly databaseUrl?: string | undefined;
  /** A folder or `s3://bucket/prefix?endpoint=…&region=…`. */
  readonly blobsUrl?: string | undefined;
  /** Hears of trouble that mends itself. */
  readonly onError?: (error: Error) => void;
}

export interface Store {
  readonly cases: CaseStore;
  readonly alerts: AlertStore;
  readonly gangs: GangStore;
  readonly blobs: BlobStore;
  readonly queue: JobQueue;
  readonly bus: EventBus;
  /** True where the database belongs to this process alone. */
  readonly embedded: boolean;
  close(): Promise<void>;
}

/** Idempotency keys are kept for so long. */
const REMEMBER = '7 days';

/**
 * Opens everything that lasts: database (schema brought up to date), queue and blobs.
 * @throws `store.locked`, `store.unavailable`, `store.too-new`, `store.blobs-unavailable`, `store.option`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, blobsUrl = join(dataDir, 'blobs'), onError = () => {} } = options;
  const blobs = await openBlobs(blobsUrl);
  let db: Database | null = null;
  try {
    db = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir);
    await migrate(db);
    await db.query(`delete from jianzhen.idempotency where created_at < now() - $1::interval`, [REMEMBER]);
    if (db.embedded) await endDeadRuns(db);
    const queue = await startQueue(db, { onError });
    const database = db;
    return {
      cases: createCaseStore(db, queue.enqueue),
      alerts: createAlertStore(db, queue.enqueueDeliveries),
      gangs: createGangStore(db),
      blobs,
      queue,
      bus: queue.bus,
      embedded: db.embedded,
      async close() {
        await queue.close();
        await database.close();
        await blobs.close();
      },
    };
  } catch (thrown) {
    await db?.close();
    await blobs.close();
    throw thrown;
  }
}
