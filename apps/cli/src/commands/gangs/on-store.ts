import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore, type Store } from '@jianzhen/store';

/** Where `serve` keeps its data unless told, and where `demo` does. */
const OWN = '.jianzhen';
const DEMO = join(OWN, 'demo', 'data');

/** The folder told; else a user's own data; else the demo's. */
export function dataFolder(told: string | undefined): string {
  if (told) return told;
  return !existsSync(join(OWN, 'db')) && existsSync(join(DEMO, 'db')) ? DEMO : OWN;
}

/**
 * Runs something on the store: that of `DATABASE_URL`, or of a data folder.
 * @throws CodedError `store.locked` where a server has the folder open, and what opening the store throws
 */
export async function onStore<T>(data: string | undefined, work: (store: Store) => Promise<T>): Promise<T> {
  const dataDir = dataFolder(data);
  const databaseUrl = process.env.DATABASE_URL || undefined;
  if (!data && !databaseUrl) console.error(`数据目录 data: ${dataDir}`);
  const fieldKey = process.env.JIANZHEN_FIELD_KEY || undefined;
  const store = await openStore({ dataDir, databaseUrl, fieldKey });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
