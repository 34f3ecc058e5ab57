// Fits what seals are judged by: packages/detectors/seal/src/fingerprint/model.json (codes, same imprint, same template) and
// packages/detectors/seal/src/origin/model.json (ink or layer).
// JIANZHEN_DATA=DIR node scripts/fit-seal-judge/main.ts --cache DIR [--imprints N] [--pages N] [--only fingerprint|imprint|codes|origin]
// `imprint` fits what tells one imprint from another anew and leaves codes and drawings as they are; `codes` does the contrary.
// All in tuning faces and seeds of their own; of the real tiles the train split. `--held N` measures makers and captures left out of the fit
// on N pages in reported faces.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codesOf, geometryOf, polarMap, SECTORS, viewOf } from '@jianzhen/detector-seal';
import { createRandom } from '@jianzhen/simulate';
import { fitDiscriminants } from './discriminants.ts';
import { keptImprints, patchOf } from './imprints.ts';
import { fitOrigin, leftOut } from './origin.ts';
import { simulatedRows, tileRows } from './pages.ts';
import { type FittingSeal, fitPairs, imprintPairs, templatePairs } from './pairs.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    imprints: { type: 'string', default: '400' },
    pages: { type: 'string', default: '400' },
    held: { type: 'string', default: '0' },
    only: { type: 'string' },
  },
});
if (!values.cache) {
  console.error(
    'usage: [JIANZHEN_DATA=DIR] node scripts/fit-seal-judge/main.ts --cache DIR [--imprints N] [--pages N] [--held N] [--only fingerprint|imprint|codes|origin]',
  );
  process.exit(2);
}
const cache = values.cache;
const source = new URL('../../packages/detectors/seal/src/', import.meta.url).pathname;
const DIRECTIONS = 96;
/** Sectors by which the way up is missed. */
const MISSED = 2;
/** Codes of each seal. */
const CODES = 2;

interface Seal extends Omit<FittingSeal, 'codes'> {
  /** Sectors by which it is turned. */
  readonly up: number;
}

const fingerprints = join(source, 'fingerprint/model.json');

interface Fingerprints {
  readonly discriminants: object;
  readonly imprint: object;
  readonly template: object;
}

const written = (): Fingerprints => JSON.parse(readFileSync(fingerprints, 'utf8'));

const write = ({ discriminants, imprint, template }: Fingerprints): void =>
  writeFileSync(fingerprints, `${JSON.stringify({ version: '3', discriminants, imprint, template })}\n`);

async function seals(): Promise<Seal[]> {
  const imprints = Number(values.imprints);
  const all = [
    ...(await keptImprints(join(cache, 'it2'), { seed: 'it2', faces: 'tuning', imprints, perImprint: 4 })),
    ...(await keptImprints(join(cache, 'is'), {
      seed: 'is',
      faces: 'tuning',
      imprints: Math.ceil((3 * imprints) / 20),
      perImprint: 3,
      maker: 'stamp',
    })),
  ];
  const found: Seal[] = [];
  for (const kept of all) {
    const patch = await patchOf(kept);
    const [map, geometry] = [polarMap(patch), geometryOf(patch)];
    const { imprint, template, shape, turn } = kept.seal;
    if (map && geometry) found.push({ imprint, template, shape, map, geometry, up: (turn / 360) * SECTORS });
  }
  return found;
}

async function fitFingerprints(withImprints: boolean): Promise<void> {
  const fitted = await seals();
  const random = createRandom('ways up');
  const views = fitted.flatMap(({ map, up }) => [
    viewOf(map, Math.round(up)),
    viewOf(map, Math.round(up + MISSED * random.normal())),
  ]);
  const classes = fitted.flatMap(({ imprint }) => [imprint, imprint]);
  const { mean, directions } = fitDiscriminants(views, classes, DIRECTIONS);
  const most = Math.max(...directions.map((direction) => Math.max(...direction.map(Math.abs))));
  const bytes = directions.map((direction) => Int8Array.from(direction, (value) => (127 * value) / most));
  const discriminants = {
    mean: Array.from(mean, (value) => Number(value.toFixed(4))),
    directions: Buffer.concat(bytes.map(({ buffer }) => Buffer.from(buffer))).toString('base64'),
    count: DIRECTIONS,
  };
  const coded = fitted.map((seal) => ({ ...seal, codes: codesOf(seal.map, CODES, discriminants) }));
  const imprint = withImprints ? fitPairs(imprintPairs(coded), 'same imprint') : written().imprint;
  write({ discriminants, imprint, template: fitPairs(templatePairs(coded), 'same template') });
}

async function fitImprints(): Promise<void> {
  const coded = (await seals()).map((seal) => ({ ...seal, codes: codesOf(seal.map, CODES) }));
  write({ ...written(), imprint: fitPairs(imprintPairs(coded), 'same imprint') });
}

async function fitOrigins(): Promise<void> {
  const folder = join(cache, 'pages');
  const rows = await simulatedRows(folder, 'tune5', 'tuning', Number(values.pages));
  const data = process.env.JIANZHEN_DATA;
  const real = data ? await tileRows(join(data, 'seals/tiles'), 'train') : [];
  const model = fitOrigin([...rows, ...real]);
  writeFileSync(join(source, 'origin/model.json'), `${JSON.stringify(model)}\n`);
  const count = Number(values.held);
  if (count === 0) return;
  const held = await simulatedRows(folder, 'held5', 'reported', count);
  for (const line of leftOut(rows, held)) console.log(line);
}

if (values.only === 'imprint') await fitImprints();
else if (values.only !== 'origin') await fitFingerprints(values.only !== 'codes');
if (values.only === undefined || values.only === 'origin') await fitOrigins();
