import { join } from 'node:path';
import type {
  AlertStore,
  BlobStore,
  CaseStore,
  EventBus,
  GangStore,
  JobQueue,
  VoiceStore,
} from '@jianzhen/cases';
import { createAlertStore } from './alerts/store.ts';
import { openBlobs } from './blobs/open.ts';
import { createCaseStore } from './cases/store.ts';
import { createFieldCipher } from './fields/cipher.ts';
import { fieldKeys } from './fields/keys.ts';
import { createGangStore, endDeadRuns } from './gangs/store.ts';
import { startQueue } from './queue/queue.ts';
import type { Database } from './sql/database.ts';
import { openPglite } from './sql/embedded/open.ts';
import { migrate } from './sql/migrate.ts';
import { openPostgres } from './sql/postgres.ts';
import { createVoiceStore } from './voices/store.ts';

export interface StoreOptions {
  /** Folder of the embedded database (`db/`) and, unless told, of the blobs (`blobs/`). */
  readonly dataDir: string;
  /** `postgres://…`; the embedded database where absent. */
  readonly databaseUrl?: string | undefined;
  /** A folder or `s3://bucket/prefix?endpoint=…&region=…`. */
  readonly blobsUrl?: string | undefined;
  /** Keys of encrypted fields in base64, separated by commas; the first writes. Beside embedded data a file has them where absent. */
  readonly fieldKey?: string | undefined;
  /** Hears of trouble that mends itself. */
  readonly onError?: (error: Error) => void;
}

export interface Store {
  readonly cases: CaseStore;
  readonly alerts: AlertStore;
  readonly gangs: GangStore;
  readonly voices: VoiceStore;
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
 * @throws `store.locked`, `store.unavailable`, `store.too-new`, `store.blobs-unavailable`, `store.option`, `store.field-key-invalid`
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, blobsUrl = join(dataDir, 'blobs'), fieldKey, onError = () => {} } = options;
  const blobs = await openBlobs(blobsUrl);
  let db: Database | null = null;
  try {
    db = databaseUrl ? await openPostgres(databaseUrl) : await openPglite(dataDir);
    await migrate(db);
    await db.query(`delete from jianzhen.idempotency where created_at < now() - $1::interval`, [REMEMBER]);
    if (db.embedded) await endDeadRuns(db);
    const keys = await fieldKeys({ dataDir, fieldKey, embedded: db.embedded });
    const cipher = keys && createFieldCipher(keys);
    const queue = await startQueue(db, { onError });
    const database = db;
    return {
      cases: createCaseStore(db, queue.enqueue, cipher),
      alerts: createAlertStore(db, queue.enqueueDeliveries),
      gangs: createGangStore(db),
      voices: createVoiceStore(db, cipher),
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
