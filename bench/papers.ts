import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ReadingMeasure } from './measure-reading.ts';
import { printedPage } from './pages.ts';
import type { BenchRow } from './table.ts';

const ROUNDS = 5;
const LINES = 40;

/**
 * Milliseconds to read a page of 40 lines (A4 at 150 dpi), by stage, and the peak memory of the process that read it; the ratio is to the
 * networks' bare running time in the same page, so that what is above 1 is our own code.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-bench-'));
  try {
    const file = join(folder, 'page.png');
    await writeFile(file, await printedPage(1240, 1754, LINES));
    const script = new URL('./measure-reading.ts', import.meta.url).pathname;
    for (const threads of [1, 2]) {
      const { stdout } = await promisify(execFile)(process.execPath, [
        script,
        file,
        String(ROUNDS),
        String(threads),
      ]);
      const { cold, warm, cpu, networks, lines, peakMb }: ReadingMeasure = JSON.parse(stdout);
      const bare = Object.values(networks).reduce((sum, { ms }) => sum + ms, 0);
      const row = (
        stage: string,
        ms: number,
        processor: number | string = '',
        resident: number | string = '',
      ) => ({
        threads,
        stage,
        ms: Math.round(ms),
        'ratio to networks': ms / bare,
        'processor ms': processor,
        'peak resident MB': resident,
      });
      rows.push(row('first page, networks loaded', cold));
      rows.push(row(`page of ${lines} lines, warm`, warm, Math.round(cpu), Math.round(peakMb)));
      for (const [name, { ms, runs }] of Object.entries(networks))
        rows.push(row(`${name}, ${runs} runs`, ms));
      rows.push(row('own code', warm - bare));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return rows;
}
