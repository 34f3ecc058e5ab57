import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** A PostgreSQL server for tests: one given by `JIANZHEN_TEST_POSTGRES`, or a throw-away cluster of this machine's binaries. */
export interface TemporaryPostgres {
  /** A new empty database, as a URL. */
  createDatabase(): Promise<string>;
  /** Takes the server away and gives it back; null where the server is not ours to stop. */
  readonly outage: { begin(): Promise<void>; end(): Promise<void> } | null;
  stop(): Promise<void>;
}

const GIVEN = process.env.JIANZHEN_TEST_POSTGRES;
const BIN = findBinaries();

/** Why there is no server, with the line that installs one; null where there is. */
export const noPostgres: string | null =
  GIVEN || BIN
    ? null
    : 'no PostgreSQL server on this machine: apt-get install -y postgresql (or set JIANZHEN_TEST_POSTGRES=postgres://…)';

// A skip that nobody sees would pass for a test.
if (noPostgres) console.warn(`SKIPPED on PostgreSQL: ${noPostgres}`);

export async function startPostgres(): Promise<TemporaryPostgres> {
  if (GIVEN) return { ...databasesOn(GIVEN), outage: null, stop: async () => {} };
  if (!BIN) throw new Error(noPostgres!);
  const bin = BIN;
  const owner = await unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-postgres-'));
  if (owner.uid !== undefined) await chown(folder, owner.uid, owner.gid!);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } };
  await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    options,
  );
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;

  let server: ChildProcess | null = null;
  const begin = async () => {
    const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { ...options, stdio: 'ignore' });
    await answering(url);
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT') => {
    if (!server || server.exitCode !== null) return;
    const gone = once(server, 'exit');
    server.kill(signal);
    await gone;
  };

  await begin();
  return {
    ...databasesOn(url),
    // SIGQUIT is the immediate shutdown: no good-byes, recovery at the next start.
    outage: { begin: () => end('SIGQUIT'), end: begin },
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function databasesOn(url: string): Pick<TemporaryPostgres, 'createDatabase'> {
  let count = 0;
  return {
    async createDatabase() {
      const name = `jianzhen_test_${process.pid}_${++count}`;
      const client = new pg.Client(url);
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name}`);
      await client.end();
      const database = new URL(url);
      database.pathname = `/${name}`;
      return database.href;
    },
  };
}

/** The folder of `initdb` and `postgres`: on the path, or where Debian and Homebrew keep them. */
function findBinaries(): string | null {
  const versions = (root: string, below: string) =>
    existsSync(root)
      ? readdirSync(root)
          .sort((a, b) => Number.parseFloat(b) - Number.parseFloat(a))
          .map((version) => join(root, version, below))
      : [];
  const folders = [
    ...versions('/usr/lib/postgresql', 'bin'),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/opt/postgresql/bin',
  ];
  return (
    folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

/** PostgreSQL refuses to run as root: its own user is borrowed then. */
async function unprivileged(): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {};
  const id = async (flag: string) => Number((await run('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (thrown) {
      if (attempt >= 100) throw thrown;
      await sleep(200);
    }
  }
}
