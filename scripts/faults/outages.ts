import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { clientOf } from '../../apps/server/test/support/client.ts';
import { type ServerProcess, spawnServer } from '../../apps/server/test/support/process.ts';
import { startS3 } from '../../packages/store/test/support/s3-server.ts';
import { createLoad, type Tally } from './load.ts';

const run = promisify(execFile);

interface Outage {
  begin(): Promise<unknown>;
  end(): Promise<unknown>;
  /** What the server may answer meanwhile. */
  readonly codes: readonly string[];
}

/** Files come in and are examined before, during and after an outage; the server is never restarted. */
async function through(server: ServerProcess, outage: Outage, files: number): Promise<Tally> {
  const load = createLoad(() => server.url, outage.codes);
  try {
    await load.open();
    await load.send(files, 20);
    await outage.begin();
    const sending = load.send(files, 20);
    await sleep(3000);
    const ready = await clientOf(server.url).get('/readyz');
    await outage.end();
    await sending;
    await load.send(files, 20);
    const tally = await load.tally();
    const honest = ready.status === 503 && ready.body.error.code === 'server.not-ready';
    return { ...tally, wrongAnswers: tally.wrongAnswers + (honest ? 0 : 1) };
  } finally {
    await server.kill();
  }
}

export async function databaseOutage(
  dir: string,
  databaseUrl: string,
  outage: { begin(): Promise<void>; end(): Promise<void> },
  files: number,
): Promise<Tally> {
  const server = await spawnServer({ dir, delayMs: 250, env: { DATABASE_URL: databaseUrl } });
  return through(server, { ...outage, codes: ['store.unavailable'] }, files);
}

/** S3 that answers 503 to everything for a while. */
export async function s3Outage(dir: string, files: number): Promise<Tally> {
  const s3 = await startS3('evidence');
  const server = await spawnServer({
    dir,
    delayMs: 100,
    env: {
      JIANZHEN_BLOBS: `s3://evidence?endpoint=${encodeURIComponent(s3.url)}`,
      AWS_ACCESS_KEY_ID: 'faults',
      AWS_SECRET_ACCESS_KEY: 'faults',
    },
  });
  const outage = {
    begin: async () => {
      s3.trouble = 503;
    },
    end: async () => {
      s3.trouble = 0;
    },
    codes: ['store.blobs-unavailable'],
  };
  return through(server, outage, files).finally(() => s3.close());
}

/** Why a small file system cannot be had here; null where it can. */
export const noMount: string | null =
  process.platform === 'linux' && process.getuid?.() === 0
    ? null
    : 'mounting a small file system needs Linux and root: sudo npm run faults';

/** The blobs' file system is full for a while, or turns read-only. */
export async function diskOutage(dir: string, kind: 'full' | 'read-only', files: number): Promise<Tally> {
  const disk = await mkdtemp(join(tmpdir(), 'jianzhen-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  try {
    const server = await spawnServer({ dir, delayMs: 100, env: { JIANZHEN_BLOBS: join(disk, 'blobs') } });
    const ballast = join(disk, 'ballast');
    const full = {
      // Written until nothing fits any more.
      begin: () => writeFile(ballast, Buffer.alloc(8 << 20)).catch(() => {}),
      end: () => rm(ballast),
      codes: ['store.blobs-full'],
    };
    const remount = (mode: string) => run('mount', ['-o', `remount,${mode}`, disk]);
    const readOnly = {
      // Refused as long as some file is open for writing.
      begin: async () => {
        while (!(await remount('ro').catch(() => null))) await sleep(5);
      },
      end: () => remount('rw'),
      codes: ['store.blobs-unavailable'],
    };
    return await through(server, kind === 'full' ? full : readOnly, files);
  } finally {
    await run('umount', ['-l', disk]);
    await rm(disk, { recursive: true });
  }
}
