import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { FileMeasure } from './measure-file.ts';
import { SIZES, scannedPage } from './pages.ts';
import type { BenchRow } from './table.ts';

const ROUNDS = 7;
const READING_ROUNDS = 3;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Milliseconds that libvips takes to decode the file and encode it again, best of some. */
async function recoding(bytes: Uint8Array): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < ROUNDS; i++) {
    const started = performance.now();
    await sharp(bytes).jpeg({ quality: 90 }).toBuffer();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

/**
 * Milliseconds for one file, per stage, and the peak memory of the process that examined it; the ratio is to libvips
 * decoding and re-encoding the same file in the same run, which tells a slow machine from slow code. Stages of the two
 * lanes run at the same time. `bench papers` tells more of reading.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-bench-'));
  try {
    for (const { name, width, height } of SIZES) {
      const bytes = await scannedPage(width, height);
      const file = join(folder, `${width}.jpg`);
      await writeFile(file, bytes);
      const unit = await recoding(bytes);
      const script = new URL('./measure-file.ts', import.meta.url).pathname;
      const measure = async (rounds: number, ...more: string[]): Promise<FileMeasure> => {
        const { stdout } = await promisify(execFile)(process.execPath, [
          script,
          file,
          String(rounds),
          ...more,
        ]);
        return JSON.parse(stdout);
      };
      const { cold, warm, stages, peakMb } = await measure(ROUNDS);
      const read = await measure(READING_ROUNDS, 'reading');
      const row = (stage: string, ms: number, resident: number | string = '') => ({
        page: name,
        stage,
        ms: Math.round(ms),
        'ratio to recoding': ms / unit,
        'peak resident MB': resident,
      });
      rows.push(row('first file, thread start included', cold));
      rows.push(row('whole file, warm', median(warm), Math.round(peakMb)));
      rows.push(row('whole file with its text read, warm', median(read.warm), Math.round(read.peakMb)));
      for (const [stage, values] of Object.entries(stages)) rows.push(row(stage, median(values)));
      rows.push(row('libvips decode + encode', unit));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return rows;
}
