import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FileFacts } from '@jianzhen/evidence';
import { decodeImage } from '@jianzhen/raster';
import { pageContext } from '../../context.ts';
import { collect, type Sample } from './collect.ts';
import { MODELS } from './models.ts';
import { fitModel } from './train.ts';

const USAGE =
  'node packages/detectors/document/src/texture/fit/main.ts --manifest CSV [--every N] [--only SIGNAL,…]';

/** Fits the weights of line-noise, line-blur, ink-colour and clean-background on a set of packages/simulate's train split. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      manifest: { type: 'string' },
      every: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  if (!values.manifest) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const folder = dirname(values.manifest);
  const [header, ...lines] = readFileSync(values.manifest, 'utf8').trim().split('\n');
  const columns = header!.split(',');
  const rows = lines
    .map((line) => line.split(','))
    .map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? ''])))
    .filter((row) => row.split === 'train');
  const only = values.only?.split(',');
  const plans = MODELS.filter(({ signal }) => !only || only.includes(signal));
  const kinds = new Set(plans.map(({ kind }) => kind));
  const samples: Sample[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % Number(values.every) !== 0) continue;
    const image = await decodeImage(readFileSync(join(folder, row.file!)));
    const mask = row.mask ? (await decodeImage(readFileSync(join(folder, row.mask)))).rgb : null;
    samples.push(collect(pageContext({ image, facts: {} as FileFacts, page: 1 }), mask, row.op!, i, kinds));
    if (i % 50 === 0) process.stderr.write(`${i}/${rows.length}\n`);
  }
  for (const plan of plans) {
    const model = fitModel(plan, samples);
    const path = new URL(`../../signals/${plan.signal}/model.json`, import.meta.url);
    writeFileSync(path, `${JSON.stringify(model, null, 2)}\n`);
    process.stderr.write(`${plan.signal}: tail ${model.tail.start} ${model.tail.slope}\n`);
  }
}

await main();
