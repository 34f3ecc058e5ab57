// Writes labelled pages as tensors for training/document, one raw file a page and a line of index.jsonl each.
// node scripts/export-tensors/main.ts --set DIR/manifest.csv [--set …] --out DIR [--jobs N]
// Pages that the index already names are passed over, so a run that was cut short or a grown set goes on where it was.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { TensorEntry } from './entry.ts';
import { pagesOf } from './pages.ts';

const { values } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    jobs: { type: 'string', default: '1' },
  },
});
if (values.set.length === 0 || !values.out) {
  console.error('usage: node scripts/export-tensors/main.ts --set MANIFEST [--set …] --out DIR [--jobs N]');
  process.exit(2);
}

const { out } = values;
mkdirSync(join(out, 'pages'), { recursive: true });
const index = join(out, 'index.jsonl');
const done = new Set(
  existsSync(index)
    ? readFileSync(index, 'utf8')
        .trim()
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as TensorEntry).id)
    : [],
);
const pages = values.set.flatMap(pagesOf).filter(({ id }) => !done.has(id));
console.error(`${pages.length} pages to write, ${done.size} there`);
const jobs = Number(values.jobs);
let written = 0;
await Promise.all(
  Array.from(
    { length: jobs },
    (_, job) =>
      new Promise<void>((resolve, reject) => {
        const worker = new Worker(new URL('./worker.ts', import.meta.url), {
          workerData: { out, pages: pages.filter((_, i) => i % jobs === job) },
        });
        worker.on('message', (entry: TensorEntry) => {
          appendFileSync(index, `${JSON.stringify(entry)}\n`);
          if (++written % 100 === 0) console.error(`  ${written}/${pages.length}`);
        });
        worker.on('error', reject);
        worker.on('exit', (status) =>
          status === 0 ? resolve() : reject(new Error(`export ended with ${status}`)),
        );
      }),
  ),
);
