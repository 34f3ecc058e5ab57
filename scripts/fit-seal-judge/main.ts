// Fits what seals are known again by: packages/detectors/seal/src/fingerprint/model.json (codes, same imprint, same template).
// node scripts/fit-seal-judge/main.ts --cache DIR [--imprints N] [--only fingerprint|imprint|codes]
// `imprint` fits the trees that tell one imprint from another anew and leaves codes and drawings as they are; `codes` does the contrary.
// `--only pairs --out STEM [--seed S --copies N --stamps --twins SORT]` writes pairs for training/seal/imprint: of the seals that trees are fitted on, or of others
// of a seed of their own, if asked imprints of dies, or with another sort of twins (`TwinSort` of the simulator); `--only weigh --seed S` fits how what the
// network says becomes a probability, and what words that differ take off it, on seals of all sorts of twins that neither trees nor network have seen.
// All in tuning faces and seeds of their own.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  codesOf,
  type Discriminants,
  geometryOf,
  type PairModel,
  polarMap,
  SECTORS,
  viewOf,
  type Weights,
} from '@jianzhen/detector-seal';
import { openSealNetwork } from '@jianzhen/engine';
import { createRandom, TWIN_SORTS, type TwinSort } from '@jianzhen/simulate';
import { fitDiscriminants } from './discriminants.ts';
import { type KeptImprint, keptImprints, patchOf, wordsOf } from './imprints.ts';
import { writePairs } from './laid.ts';
import { type FittingSeal, fitPairs, imprintPairs, networkPairings, templatePairs } from './pairs.ts';
import { fitWeights } from './weights.ts';

const { values } = parseArgs({
  options: {
    cache: { type: 'string' },
    imprints: { type: 'string', default: '400' },
    only: { type: 'string' },
    seed: { type: 'string' },
    copies: { type: 'string', default: '2' },
    stamps: { type: 'boolean', default: false },
    twins: { type: 'string', default: 'other' },
    out: { type: 'string' },
  },
});
const twins = TWIN_SORTS.find((sort) => sort === values.twins);
if (!values.cache || !twins) {
  console.error(
    'usage: node scripts/fit-seal-judge/main.ts --cache DIR [--imprints N] [--only fingerprint|imprint|codes|pairs|weigh] [--seed S] [--copies N] [--stamps] [--twins other|near|redrawn] [--out STEM]',
  );
  process.exit(2);
}
const cache = values.cache;
const source = new URL('../../packages/detectors/seal/src/', import.meta.url).pathname;
const DIRECTIONS = 96;
/** Sectors by which the way up is missed. */
const MISSED = 2;
/** Codes that are kept of each seal, and codes that a search asks for. */
const CODES = { kept: 2, asked: 6 } as const;

interface Seal extends Omit<FittingSeal, 'codes' | 'asked'> {
  /** Sectors by which it is turned. */
  readonly up: number;
}

const fingerprints = join(source, 'fingerprint/model.json');

interface Fingerprints {
  readonly discriminants: object;
  readonly imprint: PairModel & { readonly weights: Weights };
  readonly template: object;
}

const written = (): Fingerprints => JSON.parse(readFileSync(fingerprints, 'utf8'));

const write = ({ discriminants, imprint, template }: Fingerprints): void =>
  writeFileSync(fingerprints, `${JSON.stringify({ version: '3', discriminants, imprint, template })}\n`);

/** Those that trees and network are fitted on, or those of a seed. */
async function seals(seed?: string, { withWords = false, sort = twins as TwinSort } = {}): Promise<Seal[]> {
  const imprints = Number(values.imprints);
  const perImprint = Number(values.copies);
  const all = seed
    ? await keptImprints(join(cache, seed), {
        seed,
        faces: 'tuning',
        imprints,
        perImprint,
        ...(values.stamps && { maker: 'stamp' as const }),
        twins: sort,
      })
    : await fittingImprints(imprints);
  const words = withWords ? await wordsOf(all) : [];
  const found: Seal[] = [];
  for (const [i, kept] of all.entries()) {
    const patch = await patchOf(kept);
    const [map, geometry] = [polarMap(patch), geometryOf(patch)];
    const { imprint, template, shape, turn } = kept.seal;
    const up = (turn / 360) * SECTORS;
    if (map && geometry)
      found.push({ imprint, template, group: kept.group, shape, map, geometry, up, words: words[i] });
  }
  return found;
}

const fittingImprints = async (imprints: number): Promise<KeptImprint[]> => [
  ...(await keptImprints(join(cache, 'it2'), { seed: 'it2', faces: 'tuning', imprints, perImprint: 4 })),
  ...(await keptImprints(join(cache, 'is'), {
    seed: 'is',
    faces: 'tuning',
    imprints: Math.ceil((3 * imprints) / 20),
    perImprint: 3,
    maker: 'stamp',
  })),
];

const coded = (seal: Seal, discriminants?: Discriminants): FittingSeal => ({
  ...seal,
  codes: codesOf(seal.map, CODES.kept, discriminants),
  asked: codesOf(seal.map, CODES.asked, discriminants),
});

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
  const all = fitted.map((seal) => coded(seal, discriminants));
  const { imprint: before } = written();
  // What both weigh is of trees and network as they are: `--only weigh` comes after.
  const imprint = withImprints ? { ...before, ...fitPairs(imprintPairs(all), 'same imprint') } : before;
  write({ discriminants, imprint, template: fitPairs(templatePairs(all), 'same template') });
}

async function fitImprints(): Promise<void> {
  const all = (await seals()).map((seal) => coded(seal));
  const before = written();
  write({ ...before, imprint: { ...before.imprint, ...fitPairs(imprintPairs(all), 'same imprint') } });
}

async function pairsForNetwork(): Promise<void> {
  const all = (await seals(values.seed)).map((seal) => coded(seal));
  writePairs(networkPairings(all), values.out ?? join(cache, `pairs-${values.seed ?? 'fit'}`));
}

async function weigh(): Promise<void> {
  const all = [
    ...(await seals(values.seed, { withWords: true })),
    ...(await seals(`${values.seed}-near`, { withWords: true, sort: 'near' })),
    ...(await seals(`${values.seed}-redrawn`, { withWords: true, sort: 'redrawn' })),
  ].map((seal) => coded(seal));
  const weights = await fitWeights(networkPairings(all), await openSealNetwork());
  const before = written();
  write({ ...before, imprint: { ...before.imprint, weights } });
}

if (values.only === 'imprint') await fitImprints();
else if (values.only === 'pairs') await pairsForNetwork();
else if (values.only === 'weigh') await weigh();
else await fitFingerprints(values.only !== 'codes');
