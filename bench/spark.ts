import { startSpark } from '../scripts/spark/cluster.ts';
import { noSpark } from '../scripts/spark/home.ts';
import { measureSizes } from './components.ts';
import type { BenchRow } from './table.ts';

const sizes = (process.env.JIANZHEN_BENCH_MILLIONS ?? '1,3,10')
  .split(',')
  .map((millions) => Number(millions) * 1e6);

/** Power of the size by which seconds grow, and the constant before it: least squares of logarithms. */
function fitted(rows: readonly BenchRow[]): { power: number; seconds: (links: number) => number } {
  const points = rows.map(
    (row) => [Math.log(Number(row['M links'])), Math.log(Number(row.seconds))] as const,
  );
  const mean = (of: (point: readonly [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([size]) => size), mean(([, time]) => time)];
  const power = mean(([size, time]) => (size - x) * (time - y)) / mean(([size]) => (size - x) ** 2);
  return { power, seconds: (links) => Math.exp(y + power * (Math.log(links / 1e6) - x)) };
}

/**
 * Components on Spark against the number of links: on the cluster of JIANZHEN_SPARK_URL, else on two workers of this machine.
 * The last row is no measurement: a billion links by the curve through the others.
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
    const { power, seconds } = fitted(rows);
    const [slowest] = rows.slice(-1);
    const beyond = seconds(1e9);
    return [
      ...rows,
      {
        ...slowest!,
        engine: `spark, extrapolated (links^${power.toFixed(2)})`,
        'M links': 1000,
        'M vertices': '',
        components: '',
        seconds: beyond,
        'with all rows': '',
        'CPU-s': '',
        'peak GB': '',
      },
    ];
  } finally {
    await own?.stop();
  }
}
