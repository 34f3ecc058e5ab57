import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../src/sql/lock.ts';

const LOCK = join(import.meta.dirname, '../src/sql/lock.ts');

describe('the lock of a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jianzhen-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const files = async () => (await readdir(folder)).sort();
  const locked = { code: 'store.locked' };

  it('lets one in at a time', async () => {
    const first = await lockFolder(folder, 'db');
    await expect(lockFolder(folder, 'db')).rejects.toMatchObject(locked);
    await lockFolder(folder, 'other');
    await first.release();
    const second = await lockFolder(folder, 'db');
    await expect(lockFolder(folder, 'db')).rejects.toMatchObject(locked);
    await second.release();
  });

  it('is taken over from a killed process, by one of those who try', async () => {
    const script = `import { lockFolder } from ${JSON.stringify(LOCK)};
      await lockFolder(${JSON.stringify(folder)}, 'db'); console.log('held'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await expect(lockFolder(folder, 'db')).rejects.toMatchObject({
      code: 'store.locked',
      message: expect.stringContaining(String(child.pid)),
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockFolder(folder, 'db')));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of tries)
      if (attempt.status === 'rejected') expect(attempt.reason).toMatchObject(locked);
    expect(await files()).toEqual(['db.lock.2']);
  });

  it('is not fooled by another process that got the number of the dead one', async () => {
    const lock = await lockFolder(folder, 'db');
    const holder = JSON.parse(await readFile(join(folder, 'db.lock.1'), 'utf8'));
    await lock.release();
    await writeFile(join(folder, 'db.lock.1'), JSON.stringify({ ...holder, started: 'another boot/1' }));
    await (await lockFolder(folder, 'db')).release();
  });

  it('trusts a holder on another host as long as it was heard of', async () => {
    const path = join(folder, 'db.lock.1');
    await writeFile(path, JSON.stringify({ pid: 1, host: 'elsewhere', started: 'x' }));
    await expect(lockFolder(folder, 'db')).rejects.toMatchObject(locked);
    const silent = new Date(Date.now() - 60_000);
    await utimes(path, silent, silent);
    await (await lockFolder(folder, 'db')).release();
  });

  it('survives a lock file torn by a power cut', async () => {
    await writeFile(join(folder, 'db.lock.7'), '{"pid":');
    await (await lockFolder(folder, 'db')).release();
    expect(await files()).toEqual(['db.lock.8']);
  });
});
