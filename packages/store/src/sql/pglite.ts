import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import { fromPglite } from 'pg-boss';
import type { Database, Sql } from './database.ts';
import { lockFolder } from './lock.ts';

/**
 * The embedded PostgreSQL, its files in `<dataDir>/db`. One process at a time: a second one gets `store.locked`; what a
 * killed process left behind is taken over.
 */
export async function openPglite(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const lock = await lockFolder(dataDir, 'db');
  try {
    const db = await PGlite.create(join(dataDir, 'db'));
    const boss = fromPglite(db);
    return {
      ...sqlOf(db),
      embedded: true,
      boss,
      bossOptions: { db: boss, backend: 'pglite' },
      transaction: (work) => db.transaction((tx) => work(sqlOf(tx))),
      async close() {
        await db.close();
        await lock.release();
      },
    };
  } catch (thrown) {
    await lock.release();
    throw thrown;
  }
}

function sqlOf(at: PGlite | Transaction): Sql {
  return {
    async query<Row>(text: string, values: readonly unknown[] = []) {
      return (await at.query<Row>(text, [...values])).rows;
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
