// Fits packages/detectors/papers/src/typography/model.json: what a run of digits is judged by → log-odds that it was typed over others, and
// the page's calibration.
// node scripts/fit-typography/main.ts --cache DIR [--seeds N] [--scans N] [--out FILE]   (JIANZHEN_DATA names the data folder)
// Trees are fitted on rendered pages of the seeds `tune-*` and `check-*` and on scans of the train and validation splits; the page's
// calibration comes from cross-validation over them. No page of the test split is read.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TypographyModel } from '@jianzhen/detector-papers';
import { fitPages, heldOutScores } from './calibrate.ts';
import { keptPage, type PageSpec, renderedSpecs, scannedSpecs } from './pages.ts';
import { fitRuns } from './runs.ts';
import { type Sample, sampleOf } from './samples.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    seeds: { type: 'string', default: '2' },
    scans: { type: 'string', default: '64' },
    // Where to write each page's score by a fit that did not see it.
    outcomes: { type: 'string' },
    // Only what is in the folder already.
    kept: { type: 'boolean', default: false },
    out: {
      type: 'string',
      default: new URL('../../packages/detectors/papers/src/typography/model.json', import.meta.url).pathname,
    },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.cache || !data) {
  console.error(
    'usage: JIANZHEN_DATA=DIR node scripts/fit-typography/main.ts --cache DIR [--seeds N] [--scans N]',
  );
  process.exit(2);
}
const VARIANTS = ['f0', 'f1', 'f2'];
const documents = join(data, 'documents');

async function samplesOf(specs: readonly PageSpec[], folder: string): Promise<Sample[]> {
  const keeping = { folder, readForged: false };
  const samples: Sample[] = [];
  for (const spec of specs) {
    if (values.kept && !existsSync(join(folder, `${spec.name}-${VARIANTS.at(-1)}.json`))) continue;
    const genuine = await keptPage(spec, null, '', keeping);
    samples.push(await sampleOf(genuine, folder, null));
    for (const variant of VARIANTS) {
      const forged = await keptPage(spec, 'tuning', variant, keeping);
      if (forged.edits.length > 0) samples.push(await sampleOf(forged, folder, genuine.read));
    }
  }
  return samples;
}

const [seeds, scans] = [Number(values.seeds), Number(values.scans)];
const samples = [
  ...(await samplesOf(
    [...renderedSpecs('tune', seeds), ...scannedSpecs(documents, 'train', scans)],
    join(values.cache, 'train'),
  )),
  ...(await samplesOf(
    [...renderedSpecs('check', Math.ceil(seeds / 2)), ...scannedSpecs(documents, 'validation', scans / 2)],
    join(values.cache, 'check'),
  )),
];
console.error(`${samples.length} pages`);
const outcomes = heldOutScores(samples);
const model: TypographyModel = { version: '1', runs: fitRuns(samples), ...fitPages(outcomes) };
if (values.outcomes) {
  const rows = outcomes.map(({ sample: { page }, ...rest }) => ({ ...page, read: undefined, ...rest }));
  writeFileSync(values.outcomes, JSON.stringify(rows));
}
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
