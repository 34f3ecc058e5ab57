import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustodyFiles } from '../custody/index.ts';
import { errors } from '../errors.ts';
import { isAlive } from './process.ts';
import { absent, syncPath } from './sync.ts';

const WAIT_MS = 50;
const PATIENCE_MS = 10_000;

/** The log as `custody.ndjson` in `folder`, its last acknowledged head beside it, and a lock file with the writer's process id. */
export function custodyFolder(folder: string): CustodyFiles {
  const [log, head, lockFile] = ['custody.ndjson', 'custody-head.json', 'custody.lock'].map((name) =>
    join(folder, name),
  ) as [string, string, string];

  return {
    async lock() {
      await mkdir(folder, { recursive: true });
      const until = Date.now() + PATIENCE_MS;
      for (;;) {
        const holder = await take(lockFile);
        if (holder === null) return () => rm(lockFile, { force: true });
        if (Date.now() > until) throw errors('leads.custody-busy', { pid: holder });
        await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
      }
    },
    read: async () => (await readFile(log).catch(absent)) ?? new Uint8Array(0),
    async append(bytes) {
      const file = await open(log, 'a', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncPath(folder);
    },
    async truncate(bytes) {
      await truncate(log, bytes);
      const file = await open(log, 'r+');
      await file.sync().finally(() => file.close());
    },
    acknowledged: async () => (await readFile(head, 'utf8').catch(absent)) ?? null,
    async acknowledge(text) {
      const file = await open(`${head}.new`, 'w', 0o600);
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${head}.new`, head);
      await syncPath(folder);
    },
  };
}

/** Null where the lock is ours now, otherwise the process that holds it. A lock of a process that died is taken over. */
async function take(lockFile: string): Promise<number | null> {
  const own = `${lockFile}.${randomUUID()}`;
  await writeFile(own, String(process.pid), { mode: 0o600 });
  try {
    // A link appears with its content, unlike a file that is opened and then written.
    await link(own, lockFile);
    return null;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
  } finally {
    await rm(own, { force: true });
  }
  const holder = Number(await readFile(lockFile, 'utf8').catch(absent));
  if (holder > 0 && !isAlive(holder)) await clear(lockFile);
  return holder;
}

/** Takes a dead process's lock away; if a living one took it in the meantime, it is put back. */
async function clear(lockFile: string): Promise<void> {
  const aside = `${lockFile}.${randomUUID()}`;
  const moved = await rename(lockFile, aside).then(() => true, absent);
  if (!moved) return;
  const holder = Number(await readFile(aside, 'utf8'));
  if (isAlive(holder)) await link(aside, lockFile).catch(() => {});
  await rm(aside, { force: true });
}
