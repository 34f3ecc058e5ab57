import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import type { Database } from '../src/sql/database.ts';
import { startThread } from '../src/sql/embedded/client.ts';
import { openPglite } from '../src/sql/embedded/open.ts';

const LONG = 'select count(*)::int as n from generate_series(1, 1000000) a where a % 7 = 0';

describe('the embedded database in its thread', () => {
  let dataDir: string;
  let db: Database;
  beforeAll(async () => {
    dataDir = await freshDataDir();
    db = await openPglite(dataDir);
    await db.exec('create table t (k int primary key, at timestamptz, bytes bytea, doc jsonb)');
  });
  afterAll(async () => {
    await db.close();
    await rm(dataDir, { recursive: true });
  });

  it('takes and gives values of every type that is kept', async () => {
    const at = new Date('2026-11-28T12:00:00Z');
    const bytes = Buffer.from([0, 1, 255]);
    await db.query('insert into t values ($1, $2, $3, $4)', [1, at, bytes, { 印: [1, null] }]);
    const [row] = await db.query<{ at: Date; bytes: Uint8Array; doc: unknown }>(
      'select * from t where k = 1',
    );
    expect(row).toEqual({ k: 1, at, bytes: new Uint8Array(bytes), doc: { 印: [1, null] } });
  });

  it('tells an error with its SQLSTATE and goes on', async () => {
    await db.query('insert into t (k) values (2)');
    await expect(db.query('insert into t (k) values (2)')).rejects.toMatchObject({
      code: '23505',
      constraint: 't_pkey',
      message: expect.stringContaining('duplicate key'),
    });
    await expect(db.exec('nonsense')).rejects.toMatchObject({ code: '42601' });
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keeps all of a transaction or nothing, one after the other', async () => {
    const failed = db.transaction(async (tx) => {
      await tx.query('insert into t (k) values (10)');
      throw new Error('changed my mind');
    });
    const kept = db.transaction(async (tx) => {
      await tx.exec('insert into t (k) values (11); insert into t (k) values (12)');
      return (await tx.query('select k from t where k >= 10 order by k')).length;
    });
    await expect(failed).rejects.toThrow('changed my mind');
    expect(await kept).toBe(2);
  });

  it('tells a commit that fails, and that nothing of it was kept', async () => {
    await db.exec('create table child (k int references t deferrable initially deferred)');
    const orphan = db.transaction((tx) => tx.query('insert into child values (999)'));
    await expect(orphan).rejects.toMatchObject({ code: '23503' });
    expect(await db.query('select * from child')).toEqual([]);
  });

  it('leaves the process free while it computes', async () => {
    let turns = 0;
    let running = true;
    const turning = (async () => {
      while (running) {
        await new Promise(setImmediate);
        turns++;
      }
    })();
    await db.query(LONG);
    running = false;
    await turning;
    expect(turns).toBeGreaterThan(50);
  });
});

it('says so to whoever asks after its thread has ended, and ends what was asked before', async () => {
  const dataDir = await freshDataDir();
  const thread = await startThread(join(dataDir, 'db'));
  const waiting = thread.ask({ op: 'query', text: LONG, values: [] });
  const closed = thread.close();
  expect((await waiting)[0]!.rows).toEqual([{ n: 142_857 }]);
  await closed;
  await expect(thread.begin()).rejects.toMatchObject({ code: 'store.unavailable' });
  await rm(dataDir, { recursive: true });
});

it('tells why it does not open, and gives the folder back', async () => {
  const dataDir = await freshDataDir();
  await mkdir(join(dataDir, 'db'), { recursive: true });
  await writeFile(join(dataDir, 'db', 'PG_VERSION'), 'not a version\n');
  await expect(openPglite(dataDir)).rejects.toThrow();
  await rm(join(dataDir, 'db'), { recursive: true });
  const db = await openPglite(dataDir);
  expect(await db.query('select 1 as one')).toEqual([{ one: 1 }]);
  await db.close();
  await rm(dataDir, { recursive: true });
});

it('keeps no process alive that has nothing more to ask', async () => {
  const dataDir = await freshDataDir();
  const open = pathToFileURL(join(import.meta.dirname, '../src/sql/embedded/open.ts')).href;
  const script = join(dataDir, 'asks-once.mjs');
  await writeFile(
    script,
    `import { openPglite } from ${JSON.stringify(open)};
     const db = await openPglite(${JSON.stringify(dataDir)});
     console.log((await db.query('select 2 as two'))[0].two);`,
  );
  const { status, stdout } = spawnSync(process.execPath, [script], { encoding: 'utf8', timeout: 60_000 });
  expect({ status, stdout }).toEqual({ status: 0, stdout: '2\n' });
  await rm(dataDir, { recursive: true });
});
