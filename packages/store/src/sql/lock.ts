import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { errors } from '../errors.ts';

export interface FolderLock {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same number. */
  readonly started: string;
  readonly released?: true;
}

const REFRESH_MS = 10_000;
/** A holder on another host (or in another container) that was not heard of for so long is dead. */
const SILENCE_MS = 45_000;

/**
 * Locks `<folder>/<name>` for this process through numbered files `<name>.lock.1`, `.2`, … of which the highest counts.
 * A lock is taken by creating the next number, which only one process can do, and only when the holder of the
 * highest is dead or gave it back. So two processes that find the same dead holder cannot both succeed.
 * @throws `store.locked`
 */
export async function lockFolder(folder: string, name: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = (number: number) => join(folder, `${name}.lock.${number}`);
  const mine: Holder = { pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  const scratch = join(folder, `${name}.lock-${randomUUID()}`);

  for (;;) {
    const numbers = (await readdir(folder))
      .map((file) => new RegExp(`^${name}\\.lock\\.(\\d+)$`).exec(file)?.[1])
      .flatMap((digits) => digits ?? [])
      .map(Number);
    const highest = Math.max(0, ...numbers);
    if (highest > 0) {
      const holder = await read(path(highest));
      if (!holder) continue;
      if (await alive(holder, path(highest))) {
        throw errors('store.locked', { dir: folder, pid: holder.pid, host: holder.host });
      }
    }
    await writeFile(scratch, JSON.stringify(mine));
    try {
      // A link appears with its content, and fails where the name is taken.
      await link(scratch, path(highest + 1));
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw thrown;
    } finally {
      await rm(scratch, { force: true });
    }
    await Promise.all(numbers.map((number) => rm(path(number), { force: true })));
    return hold(path(highest + 1), scratch, mine);
  }
}

function hold(path: string, scratch: string, mine: Holder): FolderLock {
  const refresh = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => {});
  }, REFRESH_MS);
  refresh.unref();
  return {
    async release() {
      clearInterval(refresh);
      // The number stays taken: it only ever rises.
      await writeFile(scratch, JSON.stringify({ ...mine, released: true }));
      await rename(scratch, path);
    },
  };
}

async function read(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // Torn by a power cut: nobody holds what cannot be read.
    if (thrown instanceof SyntaxError) return { pid: 0, host: hostname(), started: '', released: true };
    throw thrown;
  }
}

async function alive(holder: Holder, path: string): Promise<boolean> {
  if (holder.released) return false;
  if (holder.host !== hostname()) {
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
    return Date.now() - mtimeMs < SILENCE_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return (await startOf(holder.pid)) === holder.started;
}

/** When a process began, in clock ticks since which boot; empty where the system does not tell. */
async function startOf(pid: number): Promise<string> {
  try {
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // Field 22; the name in field 2 may hold spaces and brackets.
    return `${boot.trim()}/${line.slice(line.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return '';
  }
}
