import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errors } from '../errors.ts';
import type { Database } from './database.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');
/** Any number that nothing else locks on. */
const LOCK = 7_215_026_411;

const FIRST = `
  create schema jianzhen;
  create table jianzhen.migrations (
    name text primary key, sha256 text not null, applied_at timestamptz not null default now()
  );
`;

/**
 * Brings the schema up to date: each `NNNN-name.sql` that was not applied yet, in order, all in one transaction
 * under an advisory lock, so that servers may start at the same time.
 * @throws `store.too-new`, `store.migration-changed`
 */
export async function migrate(db: Database, folder: string = FOLDER): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  const known = await Promise.all(
    files.map(async (name) => {
      const script = await readFile(join(folder, name), 'utf8');
      return { name, script, sha256: createHash('sha256').update(script).digest('hex') };
    }),
  );
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
    // Reading the catalogue makes this session hear of what others committed while it waited for the lock;
    // `if not exists` alone would ask a cache that is older than that.
    const [schema] = await tx.query(`select 1 from pg_namespace where nspname = 'jianzhen'`);
    if (!schema) await tx.exec(FIRST);
    const applied = await tx.query<{ name: string; sha256: string }>(
      'select name, sha256 from jianzhen.migrations order by name',
    );
    const last = applied.at(-1)?.name ?? '';
    if (last > (files.at(-1) ?? '')) {
      throw errors('store.too-new', { found: last, known: files.at(-1) ?? '' });
    }
    const done = new Map(applied.map(({ name, sha256 }) => [name, sha256]));
    const fresh: string[] = [];
    for (const { name, script, sha256 } of known) {
      const before = done.get(name);
      if (before === sha256) continue;
      if (before !== undefined) throw errors('store.migration-changed', { name });
      await tx.exec(script);
      await tx.query('insert into jianzhen.migrations (name, sha256) values ($1, $2)', [name, sha256]);
      fresh.push(name);
    }
    return fresh;
  });
}
