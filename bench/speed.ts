import { createEngine } from '@jianzhen/engine';
import sharp from 'sharp';
import { SIZES, scannedPage } from './pages.ts';
import type { BenchRow } from './table.ts';

const ROUNDS = 5;

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Milliseconds for one file, per stage, in a warm engine; the ratio is to libvips decoding and re-encoding the same file
 * in the same run, which tells a slow machine from slow code.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, width, height } of SIZES) {
    const bytes = await scannedPage(width, height);
    const reference: number[] = [];
    for (let i = 0; i < ROUNDS; i++)
      reference.push(await timed(() => sharp(bytes).jpeg({ quality: 90 }).toBuffer()));
    const engine = createEngine({ threads: 1, split: true });
    const cold = await timed(() => engine.examine({ name: 'page.jpg', bytes, masks: true }));
    const warm: number[] = [];
    const stages = new Map<string, number[]>();
    for (let i = 0; i < ROUNDS; i++) {
      warm.push(
        await timed(async () => {
          const { pages } = await engine.examine({ name: 'page.jpg', bytes, masks: true });
          for (const [stage, ms] of Object.entries(pages[0]!.timings))
            stages.set(stage, [...(stages.get(stage) ?? []), ms]);
        }),
      );
    }
    await engine.close();
    const unit = median(reference);
    const row = (stage: string, ms: number) => ({
      page: name,
      stage,
      ms: Math.round(ms),
      'ratio to recoding': ms / unit,
    });
    rows.push(row('first file, thread start included', cold), row('whole file, warm', median(warm)));
    for (const [stage, values] of stages) rows.push(row(stage, median(values)));
    rows.push(row('libvips decode + encode', unit));
    rows.push({
      page: name,
      stage: 'resident memory, MB',
      ms: Math.round(process.memoryUsage().rss / 2 ** 20),
      'ratio to recoding': '',
    });
  }
  return rows;
}
