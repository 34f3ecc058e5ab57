import { startSpark } from '../scripts/spark/cluster.ts';
import { noSpark } from '../scripts/spark/home.ts';
import { measureSizes } from './components.ts';
import type { BenchRow } from './table.ts';

const sizes = (process.env.JIANZHEN_BENCH_MILLIONS ?? '1,3,10')
  .split(',')
  .map((millions) => Number(millions) * 1e6);

/** Seconds that every job costs, and those of a million links: a line by least squares. */
function fitted(rows: readonly BenchRow[]): { fixed: number; perMillion: number } {
  const mean = (of: (row: BenchRow) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const [links, seconds] = [
    (row: BenchRow) => Number(row['M links']),
    (row: BenchRow) => Number(row.seconds),
  ];
  const [x, y] = [mean(links), mean(seconds)];
  const perMillion =
    mean((row) => (links(row) - x) * (seconds(row) - y)) / mean((row) => (links(row) - x) ** 2);
  return { fixed: y - perMillion * x, perMillion };
}

/**
 * Components on Spark against the number of links: on the cluster of JIANZHEN_SPARK_URL, else on two workers of this machine.
 * The last row is no measurement: a billion links by the line through the others.
 */
export async function run(): Promise<BenchRow[]> {
  const given = process.env.JIANZHEN_SPARK_URL;
  if (!given && noSpark) {
    console.error(`SKIPPED on Spark: ${noSpark}`);
    return [];
  }
  const own = given ? null : await startSpark({ workerMemory: 1536, serverMemory: 1024, brief: false });
  try {
    if (own) process.env.JIANZHEN_SPARK_URL = own.url;
    // The first job pays for compilers that later ones find warm.
    await measureSizes('spark', [1e5]);
    const rows = await measureSizes('spark', sizes);
    if (rows.length < 2) return rows;
    const { fixed, perMillion } = fitted(rows);
    const [slowest] = rows.slice(-1);
    return [
      ...rows,
      {
        ...slowest!,
        engine: `spark, extrapolated (${fixed.toFixed(0)} s + ${perMillion.toFixed(1)} s a million)`,
        'M links': 1000,
        'M vertices': '',
        components: '',
        seconds: fixed + perMillion * 1000,
        'with all rows': '',
        'CPU-s': '',
        'peak GB': '',
      },
    ];
  } finally {
    await own?.stop();
  }
}
