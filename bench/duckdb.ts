import { measureSizes } from './components.ts';
import type { BenchRow } from './table.ts';

const sizes = (process.env.JIANZHEN_BENCH_MILLIONS ?? '1,10,100')
  .split(',')
  .map((millions) => Number(millions) * 1e6);

/** Components out of core: links as integers in Parquet, `JIANZHEN_BENCH_MILLIONS` million each. */
export const run = (): Promise<BenchRow[]> => measureSizes('duckdb', sizes);
