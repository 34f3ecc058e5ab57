import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@jianzhen/store';

const MIGRATIONS = join(import.meta.dirname, '../packages/store/migrations');

/**
 * A data folder for a test, with an embedded database in it that was set up once on this machine and copied: setting
 * one up takes seconds of computing, which dozens of tests need not spend again.
 */
export async function freshDataDir(): Promise<string> {
  const template = join(tmpdir(), `jianzhen-template-${fingerprint()}`);
  if (!existsSync(template)) {
    const making = await mkdtemp(`${template}-`);
    const store = await openStore({ dataDir: making });
    await store.close();
    // Another test process may have been faster; then its template serves as well.
    await rename(making, template).catch(() => rm(making, { recursive: true, force: true }));
  }
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-data-'));
  await cp(template, folder, { recursive: true });
  return folder;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const store = createRequire(join(MIGRATIONS, '../package.json'));
  for (const name of ['@electric-sql/pglite', 'pg-boss']) hash.update(readFileSync(store.resolve(name)));
  for (const name of readdirSync(MIGRATIONS).sort()) hash.update(readFileSync(join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 16);
}
