import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fromPglite } from 'pg-boss';
import type { Database, Sql } from '../database.ts';
import { lockFolder } from '../lock.ts';
import { type DatabaseThread, startThread } from './client.ts';

/**
 * The embedded PostgreSQL, its files in `<dataDir>/db`. One process at a time: a second one gets `store.locked`; what a
 * killed process left behind is taken over.
 */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir, 'db');
  const thread = await startThread(join(dataDir, 'db'));
  try {
    await thread.ask({ op: 'exec', text: 'select 1' });
  } catch (thrown) {
    await thread.close().catch(() => {});
    await lock.release();
    throw thrown;
  }
  const boss = fromPglite({ ...statements(thread), listen: thread.listen });
  return {
    ...sqlOf(thread),
    embedded: true,
    boss,
    bossOptions: { db: boss, backend: 'pglite' },
    transaction: (work) => inTransaction(thread, work),
    async close() {
      await thread.close();
      await lock.release();
    },
  };
}

async function inTransaction<T>(thread: DatabaseThread, work: (tx: Sql) => Promise<T>): Promise<T> {
  const tx = await thread.begin();
  let result: T;
  try {
    result = await work(sqlOf(thread, tx));
  } catch (thrown) {
    // What went wrong is the news, even where the thread is gone and can undo nothing.
    await thread.ask({ op: 'end', tx, commit: false }).catch(() => {});
    throw thrown;
  }
  await thread.ask({ op: 'end', tx, commit: true });
  return result;
}

/** The two calls of PGlite that are made here, in a transaction or outside any. */
const statements = (thread: DatabaseThread, tx?: number) => {
  const at = tx === undefined ? {} : { tx };
  return {
    async query<Row>(text: string, values: readonly unknown[] = []): Promise<{ rows: Row[] }> {
      const [{ rows }] = (await thread.ask({ op: 'query', text, values, ...at })) as [{ rows: Row[] }];
      return { rows };
    },
    exec: async (text: string) => [...(await thread.ask({ op: 'exec', text, ...at }))],
  };
};

function sqlOf(thread: DatabaseThread, tx?: number): Sql {
  const at = statements(thread, tx);
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      return (await at.query<Row>(text, values)).rows;
    },
    async exec(script) {
      await at.exec(script);
    },
    boss: {
      async executeSql(text, values) {
        if (values?.length) return at.query(text, values);
        return { rows: (await at.exec(text)).flatMap(({ rows }) => rows) };
      },
    },
  };
}
