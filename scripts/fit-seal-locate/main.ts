// Fits packages/detectors/seal/src/locate/model.json: what speaks for and against a seal within an outline → log-odds that there is one.
// JIANZHEN_DATA=DIR node scripts/fit-seal-locate/main.ts --cache DIR [--pages N] [--part SPLIT-KIND] [--out FILE]
// Rows come from simulated pages in tuning faces and from the train splits of real tiles and documents; trees stop where the validation
// splits' loss is least. Rows are kept in the cache: empty it when evidence changes. Tiles whose photograph lies in the test split too are left out.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boost } from '@jianzhen/learn';
import { listSources } from '@jianzhen/simulate';
import { badges } from './badges.ts';
import { documents, isTwin, type SealedPage, simulated, testBoxes, tiles } from './pages.ts';
import { type Row, rowsOf } from './rows.ts';
import { textures } from './textures.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    pages: { type: 'string', default: '150' },
    // `train-tiles` …: makes the rows of one part alone.
    part: { type: 'string' },
    out: {
      type: 'string',
      default: new URL('../../packages/detectors/seal/src/locate/model.json', import.meta.url).pathname,
    },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.cache || !data) {
  console.error(
    'usage: JIANZHEN_DATA=DIR node scripts/fit-seal-locate/main.ts --cache DIR [--pages N] [--out FILE]',
  );
  process.exit(2);
}
const cache = values.cache;
const folders = { tiles: join(data, 'seals/tiles'), documents: join(data, 'documents') };
const count = Number(values.pages);

const KINDS = ['tiles', 'documents', 'simulated', 'textures', 'badges'] as const;
const SPLITS = { train: 'fit', validation: 'check' } as const;

function pagesOf(
  split: keyof typeof SPLITS,
  kind: (typeof KINDS)[number],
): AsyncIterable<SealedPage> | Iterable<SealedPage> {
  if (kind === 'tiles') return tiles(folders.tiles, split);
  if (kind === 'documents') return documents(folders.documents, split);
  if (kind === 'textures') return textures(split, split === 'train' ? 90 : 30);
  if (kind === 'badges') return badges(split, split === 'train' ? 160 : 50);
  const real = listSources(folders.documents, split).map(({ name, path }) => ({
    name,
    bytes: readFileSync(path),
  }));
  return simulated(
    join(cache, split),
    SPLITS[split],
    split === 'train' ? count : Math.round(count / 3),
    real,
  );
}

/** Rows of one part, kept in the folder: parts can be made side by side. */
async function rowsFor(split: keyof typeof SPLITS, kind: (typeof KINDS)[number]): Promise<Row[]> {
  const path = join(cache, `rows-${split}-${kind}.json`);
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as Row[];
  const test = kind === 'tiles' ? await testBoxes(folders.tiles) : [];
  const rows: Row[] = [];
  let seals = 0;
  for await (const page of pagesOf(split, kind)) {
    if (page.slivers && isTwin(page, test)) continue;
    rows.push(...rowsOf(page));
    seals += page.seals.length;
  }
  const on = rows.filter(({ label }) => label === 1).length;
  console.log(`${split} ${kind}: ${seals} seals, ${on} candidates on them, ${rows.length - on} elsewhere`);
  writeFileSync(path, JSON.stringify(rows));
  return rows;
}

if (values.part) {
  const [split, kind] = values.part.split('-') as [keyof typeof SPLITS, (typeof KINDS)[number]];
  await rowsFor(split, kind);
  process.exit(0);
}

async function allRows(split: keyof typeof SPLITS): Promise<Row[]> {
  const rows: Row[] = [];
  for (const kind of KINDS) rows.push(...(await rowsFor(split, kind)));
  return rows;
}

const labelled = (rows: readonly Row[], features: readonly string[]) => ({
  matrix: Float32Array.from(rows.flatMap(({ evidence }) => features.map((name) => evidence[name] ?? 0))),
  labels: Uint8Array.from(rows, ({ label }) => label),
});

const train = await allRows('train');
const held = await allRows('validation');
const features = Object.keys(train[0]!.evidence);
const { bias, trees, validationLoss } = boost(
  labelled(train, features),
  {
    rounds: 900,
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
