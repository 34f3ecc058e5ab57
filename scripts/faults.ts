/**
 * `npm run faults`: kills and outages, on both databases, while files come in and are examined. Prints a table (with `--json`
 * a line of JSON a scenario) and exits with 1 if anything was lost, done twice or answered wrongly.
 * `--seed N` sets when and whom to kill; `--only WORD` runs the scenarios whose name contains it.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { killEnrolments } from './faults/enrolments.ts';
import { killLoop } from './faults/kills.ts';
import type { Tally } from './faults/load.ts';
import { databaseOutage, diskOutage, noMount, s3Outage } from './faults/outages.ts';
import { createRandom } from './faults/random.ts';
import { freshDataDir } from './fresh-data-dir.ts';
import { noPostgres, startPostgres, type TemporaryPostgres } from './temporary-postgres.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});
const random = createRandom(Number(values.seed));
const postgres = noPostgres ? null : await startPostgres();
const noOutage =
  noPostgres ?? (postgres?.outage ? null : 'the server of JIANZHEN_TEST_POSTGRES is not ours to stop');

interface Scenario {
  readonly name: string;
  /** Why it cannot run here. */
  readonly skip?: string | null;
  run(dir: string, postgres: TemporaryPostgres): Promise<Tally>;
}

const SCENARIOS: Scenario[] = [
  {
    name: 'kill -9 × 6, PGlite',
    run: (dir) => killLoop({ dir, processes: 1, kills: 6, files: 60, random }),
  },
  {
    name: 'kill -9 × 8, PostgreSQL, 2 processes',
    skip: noPostgres,
    run: async (dir, server) =>
      killLoop({
        dir,
        databaseUrl: await server.createDatabase(),
        processes: 2,
        kills: 8,
        files: 80,
        random,
      }),
  },
  {
    name: 'kill -9 × 6 while voices are enrolled',
    run: (dir) => killEnrolments({ dir, kills: 6, random }),
  },
  {
    name: 'PostgreSQL crashes, 3 s away',
    skip: noOutage,
    run: async (dir, server) => databaseOutage(dir, await server.createDatabase(), server.outage!, 12),
  },
  { name: 'S3 answers 503 for 3 s', run: (dir) => s3Outage(dir, 12) },
  { name: 'blob disk full for 3 s', skip: noMount, run: (dir) => diskOutage(dir, 'full', 12) },
  { name: 'blob disk read-only for 3 s', skip: noMount, run: (dir) => diskOutage(dir, 'read-only', 12) },
];

const COLUMNS = ['exhibits', 'repeats', 'lost', 'doubled', 'wrongAnswers'] as const;
const row = (name: string, cells: readonly (string | number)[]) =>
  console.log([name.padEnd(38), ...cells.map((cell) => String(cell).padStart(13))].join(''));

if (!values.json) row('scenario', [...COLUMNS, 'seconds']);
let failed = 0;
for (const { name, skip, run } of SCENARIOS.filter(({ name }) => name.includes(values.only))) {
  if (skip) {
    console.log(
      values.json ? JSON.stringify({ scenario: name, skipped: skip }) : `${name.padEnd(38)} SKIPPED: ${skip}`,
    );
    continue;
  }
  const dir = await freshDataDir();
  const started = performance.now();
  try {
    const tally = await run(dir, postgres!);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (tally.lost + tally.doubled + tally.wrongAnswers > 0) failed++;
    if (values.json) console.log(JSON.stringify({ scenario: name, ...tally, seconds: Number(seconds) }));
    else row(name, [...COLUMNS.map((column) => tally[column]), seconds]);
  } catch (thrown) {
    failed++;
    const problem = (thrown as Error).message;
    console.log(
      values.json
        ? JSON.stringify({ scenario: name, failed: problem })
        : `${name.padEnd(38)} FAILED: ${problem}`,
    );
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
await postgres?.stop();
process.exitCode = failed ? 1 : 0;
