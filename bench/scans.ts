import { rm } from 'node:fs/promises';
import { clientOf } from '../apps/server/test/support/client.ts';
import { spawnServer } from '../apps/server/test/support/process.ts';
import { freshDataDir } from '../scripts/fresh-data-dir.ts';
import { noPostgres, startPostgres } from '../scripts/temporary-postgres.ts';
import type { BenchRow } from './table.ts';

const SECONDS = 5;
const CUSTOMERS = 10_000;
/** One scan in so many is dangerous, of one of as many subjects. */
const DANGER_EVERY = 50;
const SUBJECTS = 100;

const payload = (i: number) => ({
  text:
    i % DANGER_EVERY
      ? `https://shop.example/goods/${i}`
      : `https://bad.example/${(i / DANGER_EVERY) % SUBJECTS}.apk`,
  customerId: `C-${(i * 7919) % CUSTOMERS}`,
  lenderId: `L-${i % 5}`,
});

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

/** Sends requests of so many payloads over so many connections for some seconds. */
async function load(url: string, perRequest: number, connections: number): Promise<BenchRow> {
  const client = clientOf(url);
  const times: number[] = [];
  let next = 0;
  let scanned = 0;
  const end = performance.now() + SECONDS * 1000;
  const started = performance.now();
  const send = async () => {
    while (performance.now() < end) {
      const payloads = Array.from({ length: perRequest }, () => payload(next++));
      const before = performance.now();
      const { status, body } = await client.post('/v1/scans', perRequest > 1 ? { payloads } : payloads[0]);
      const answers = perRequest > 1 ? body.results : [body];
      if (status !== 200 || answers.some(({ codes }: { codes: object[] }) => codes.length !== 1)) {
        throw new Error(`a scan failed: ${JSON.stringify(body).slice(0, 300)}`);
      }
      times.push(performance.now() - before);
      scanned += perRequest;
    }
  };
  await Promise.all(Array.from({ length: connections }, send));
  times.sort((a, b) => a - b);
  return {
    'payloads a request': perRequest,
    connections,
    'payloads a second': Math.round(scanned / ((performance.now() - started) / 1000)),
    'median, ms': quantile(times, 0.5),
    '95th percentile, ms': quantile(times, 0.95),
  };
}

/** Payloads judged, recorded and warned of through the HTTP interface of one process. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const postgres = noPostgres ? null : await startPostgres();
  const databases = {
    PGlite: {},
    ...(postgres && { PostgreSQL: { DATABASE_URL: await postgres.createDatabase() } }),
  };
  for (const [database, env] of Object.entries(databases)) {
    const dir = await freshDataDir();
    const server = await spawnServer({ dir, env, judge: 'real' });
    try {
      await load(server.url, 1, 4);
      for (const [perRequest, connections] of [
        [1, 1],
        [1, 32],
        [100, 2],
        [1000, 1],
      ] as const) {
        rows.push({ database, ...(await load(server.url, perRequest, connections)) });
      }
    } finally {
      await server.kill();
      await rm(dir, { recursive: true });
    }
  }
  await postgres?.stop();
  return rows;
}
