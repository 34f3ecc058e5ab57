import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDataDir } from '../../../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from '../../../scripts/temporary-postgres.ts';
import type { Database } from '../src/sql/database.ts';
import { openPglite } from '../src/sql/embedded/open.ts';
import { migrate } from '../src/sql/migrate.ts';
import { openPostgres } from '../src/sql/postgres.ts';

function suite(open: () => Promise<Database>) {
  let db: Database;
  let folder: string;
  beforeAll(async () => {
    db = await open();
    await db.exec('drop schema if exists jianzhen cascade');
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-migrations-'));
    await cp(join(import.meta.dirname, '../migrations'), folder, { recursive: true });
  });
  afterAll(async () => {
    await db.close();
    await rm(folder, { recursive: true });
  });

  it('applies what is new, once, even when several start at once', async () => {
    const applied = await Promise.all([migrate(db), migrate(db), migrate(db)]);
    expect(applied.flat()).toEqual([
      '0001-cases.sql',
      '0002-customer.sql',
      '0003-templates.sql',
      '0004-seals-and-signatures.sql',
      '0005-alerts.sql',
      '0006-codes.sql',
      '0007-gangs.sql',
      '0008-voiceprints.sql',
      '0009-exhibit-reviews.sql',
    ]);
    await writeFile(
      join(folder, '9001-more.sql'),
      'create table jianzhen.more (id int); insert into jianzhen.more values (1);',
    );
    expect(await migrate(db, folder)).toEqual(['9001-more.sql']);
    expect(await db.query('select id from jianzhen.more')).toEqual([{ id: 1 }]);
  });

  it('undoes a script that fails half-way, and can go on after it is mended', async () => {
    await writeFile(
      join(folder, '9002-broken.sql'),
      'create table jianzhen.half (id int); select nothing();',
    );
    await expect(migrate(db, folder)).rejects.toThrow('nothing()');
    expect(await db.query("select to_regclass('jianzhen.half') as found")).toEqual([{ found: null }]);
    await writeFile(join(folder, '9002-broken.sql'), 'create table jianzhen.half (id int);');
    expect(await migrate(db, folder)).toEqual(['9002-broken.sql']);
  });

  it('refuses a database that a newer program made, and scripts changed afterwards', async () => {
    await expect(migrate(db)).rejects.toMatchObject({ code: 'store.too-new' });
    await writeFile(join(folder, '9001-more.sql'), 'select 1;');
    await expect(migrate(db, folder)).rejects.toMatchObject({ code: 'store.migration-changed' });
  });

  it('gives pages of before the lists of seals and signatures that they lack', async () => {
    await db.exec('drop schema jianzhen cascade');
    const before = await mkdtemp(join(tmpdir(), 'jianzhen-before-'));
    for (const name of ['0001-cases.sql', '0002-customer.sql', '0003-templates.sql'])
      await cp(join(import.meta.dirname, '../migrations', name), join(before, name));
    await migrate(db, before);
    await rm(before, { recursive: true });
    await db.exec(`
      insert into jianzhen.cases (id, status, counts, created_at, updated_at)
        values ('00000000-0000-7000-8000-000000000001', 'done', '{}', now(), now());
      insert into jianzhen.exhibits (id, case_id, name, media_type, bytes, sha256, status, attempts, created_at)
        select '00000000-0000-7000-8000-000000000002', id, 'a', 'image/png', 1, repeat('0', 64), 'done', 1, now() from jianzhen.cases;
      insert into jianzhen.pages (exhibit_id, page, report) select id, 1, '{"page": 1}' from jianzhen.exhibits;`);
    expect(await migrate(db)).toEqual([
      '0004-seals-and-signatures.sql',
      '0005-alerts.sql',
      '0006-codes.sql',
      '0007-gangs.sql',
      '0008-voiceprints.sql',
      '0009-exhibit-reviews.sql',
    ]);
    expect(await db.query('select report from jianzhen.pages')).toEqual([
      { report: { page: 1, codes: [], seals: [], signatures: [] } },
    ]);
  });

  it('protects the audit trail', async () => {
    await db.query(`insert into jianzhen.events (type, case_id, data) values ('x', gen_random_uuid(), '{}')`);
    await expect(db.query(`update jianzhen.events set type = 'y'`)).rejects.toThrow('only ever added');
    await expect(db.query('delete from jianzhen.events')).rejects.toThrow('only ever added');
    await expect(db.exec('truncate jianzhen.events')).rejects.toThrow('only ever added');
  });
}

describe('migrations on PGlite', () => {
  let dataDir: string;
  // The last to be registered is the first to run: the folder goes after the database was closed.
  afterAll(() => rm(dataDir, { recursive: true }));
  suite(async () => {
    dataDir = await freshDataDir();
    return openPglite(dataDir);
  });
});

describe.skipIf(noPostgres)(`migrations on PostgreSQL${noPostgres ? ` (${noPostgres})` : ''}`, () => {
  let server: TemporaryPostgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  suite(async () => openPostgres(await server.createDatabase()));

  it('says that the database is not there', async () => {
    const url = new URL(await server.createDatabase());
    url.pathname = '/nothing';
    await expect(openPostgres(url.href)).rejects.toMatchObject({
      code: 'store.unavailable',
      text: { zh: expect.stringContaining('nothing') },
    });
  });

  it('says that the server does not answer', async () => {
    await expect(openPostgres('postgres://nobody@127.0.0.1:1/x')).rejects.toMatchObject({
      code: 'store.unavailable',
      status: 503,
    });
  });
});
