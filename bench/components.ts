import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { BenchRow } from './table.ts';

const run = promisify(execFile);

/** Cases of a block share traces among themselves and with nobody else; so many links hang on a case. */
const CASES = 4096;
const LINKS = 4;
const TRACES = 2 * CASES;

/** Links of cases to traces as Parquet, by SQL alone: the same for the same number. */
export async function writeLinks(file: string, links: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
  const connection = await instance.connect();
  await connection.run('set preserve_insertion_order = false');
  await connection.run(
    `copy (select i // ${LINKS} as src,
       ${links} + (i // ${LINKS * CASES}) * ${TRACES} + (hash(i) % ${TRACES})::bigint as dst
     from range(${links}) t(i)) to '${file}' (format parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
}

/** Seconds, and gigabytes at most, to the components of so many links in a process of its own. */
export async function measure(engine: 'duckdb' | 'spark', file: string, links: number): Promise<BenchRow> {
  const script = join(import.meta.dirname, 'measure-components.ts');
  const { stdout } = await run(process.execPath, [script, engine, file], { maxBuffer: 1 << 20 });
  const found = JSON.parse(stdout) as Record<string, number>;
  if (found.told !== found.vertices) throw new Error(`${found.told} of ${found.vertices} vertices told`);
  return {
    engine,
    'M links': links / 1e6,
    'M vertices': found.vertices! / 1e6,
    components: found.components!,
    seconds: found.seconds!,
    'with all rows': found.toldSeconds!,
    'CPU-s': found.cpuSeconds!,
    'peak GB': found.peakGB!,
  };
}

/** Rows for every size, the file of each removed before the next. */
export async function measureSizes(
  engine: 'duckdb' | 'spark',
  sizes: readonly number[],
): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-bench-links-'));
  try {
    const rows: BenchRow[] = [];
    for (const links of sizes) {
      const file = join(folder, `${links}.parquet`);
      await writeLinks(file, links);
      const { size } = await stat(file);
      console.error(`${links / 1e6} M links, ${(size / 2 ** 20).toFixed(0)} MB of Parquet`);
      const row = await measure(engine, file, links);
      // Hours may lie between two sizes: what is known is told.
      console.error(JSON.stringify(row));
      rows.push(row);
      await rm(file);
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
