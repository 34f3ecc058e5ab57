// Fits packages/detectors/seal/src/locate/model.json: what speaks for and against a seal within an outline → log-odds that there is one.
// JIANZHEN_DATA=DIR node scripts/fit-seals/main.ts --cache DIR [--pages N] [--out FILE]
// Rows come from simulated pages in tuning faces and from the train splits of real tiles and documents; trees stop where the validation
// splits' loss is least. Tiles whose photograph lies in the test split too are left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boost } from '@jianzhen/learn';
import { listSources, type Split } from '@jianzhen/simulate';
import { documents, isTwin, type SealedPage, simulated, testBoxes, tiles } from './pages.ts';
import { type Row, rowsOf } from './rows.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    pages: { type: 'string', default: '200' },
    out: {
      type: 'string',
      default: new URL('../../packages/detectors/seal/src/locate/model.json', import.meta.url).pathname,
    },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.cache || !data) {
  console.error(
    'usage: JIANZHEN_DATA=DIR node scripts/fit-seals/main.ts --cache DIR [--pages N] [--out FILE]',
  );
  process.exit(2);
}
const cache = values.cache;
const folders = { tiles: join(data, 'seals/tiles'), documents: join(data, 'documents') };
const count = Number(values.pages);

async function rowsFor(split: Split, seed: string, pages: number): Promise<Row[]> {
  const real = listSources(folders.documents, split).map(({ name, path }) => ({
    name,
    bytes: readFileSync(path),
  }));
  const test = await testBoxes(folders.tiles);
  const rows: Row[] = [];
  const read = async (source: AsyncIterable<SealedPage>, name: string) => {
    let [seals, positive, negative] = [0, 0, 0];
    for await (const page of source) {
      if (page.slivers && isTwin(page, test)) continue;
      const own = rowsOf(page);
      rows.push(...own);
      seals += page.seals.length;
      positive += own.filter(({ label }) => label === 1).length;
      negative += own.filter(({ label }) => label === 0).length;
    }
    console.log(`${split} ${name}: ${seals} seals, ${positive} candidates on them, ${negative} elsewhere`);
  };
  await read(tiles(folders.tiles, split), 'tiles');
  await read(documents(folders.documents, split), 'documents');
  await read(simulated(join(cache, split), seed, pages, real), 'simulated');
  return rows;
}

const labelled = (rows: readonly Row[], features: readonly string[]) => ({
  matrix: Float32Array.from(rows.flatMap(({ evidence }) => features.map((name) => evidence[name] ?? 0))),
  labels: Uint8Array.from(rows, ({ label }) => label),
});

const train = await rowsFor('train', 'fit', count);
const held = await rowsFor('validation', 'check', Math.round(count / 3));
const features = Object.keys(train[0]!.evidence);
const { bias, trees, validationLoss } = boost(
  labelled(train, features),
  {
    rounds: 220,
    depth: 4,
    rate: 0.12,
    lambda: 2,
    minWeight: 1,
    columns: 0.5,
    rows: 0.7,
    seed: 1,
    patience: 40,
  },
  labelled(held, features),
);
const rounded = (value: number) => Number(value.toPrecision(5));
const model = {
  features,
  bias: rounded(bias),
  trees: trees.map(({ feature, threshold, left, right, value }) => ({
    feature,
    threshold: threshold.map((t) => Number(t.toPrecision(7))),
    left,
    right,
    value: value.map(rounded),
  })),
};
writeFileSync(values.out, `${JSON.stringify(model)}\n`);
console.log(`${trees.length} trees, validation loss ${Math.min(...validationLoss).toFixed(4)}`);
