import { createEngine, inOrder } from '@jianzhen/engine';
import { SIZES, scannedPage } from './pages.ts';
import type { BenchRow } from './table.ts';

const FILES = 500;
const EVERY = 50;

/** Resident memory of the whole process while 500 pages of 2 megapixels pass, two at a time; their text is left unread. */
export async function run(): Promise<BenchRow[]> {
  const { width, height } = SIZES[0];
  const pages = await Promise.all([1, 2, 3, 4].map((seed) => scannedPage(width, height, seed)));
  // A deadline is there for hostile files; on a busy machine it would end the measurement.
  const engine = createEngine({ threads: 2, deadlineMs: 120_000, reading: false });
  const rows: BenchRow[] = [];
  const files = Array.from({ length: FILES }, (_, i) => pages[i % pages.length]!);
  let done = 0;
  let peak = 0;
  const started = performance.now();
  for await (const { outcome } of inOrder(files, 3, (bytes) =>
    engine.examine({ name: 'page.jpg', bytes, masks: true }),
  )) {
    if ('error' in outcome) throw outcome.error;
    const rss = process.memoryUsage().rss / 2 ** 20;
    peak = Math.max(peak, rss);
    if (++done % EVERY > 0) continue;
    rows.push({
      files: done,
      'resident MB': Math.round(rss),
      'peak MB since last': Math.round(peak),
      'files a second': done / ((performance.now() - started) / 1000),
    });
    peak = 0;
  }
  await engine.close();
  return rows;
}
