// Makes the seals that models/seal/origin.onnx is trained on (training/seal/origin): simulated ones over print, captured and saved, each by a
// known maker; and real imprints on photographs.
// node scripts/fit-seal-origin/main.ts --out DIR --seed SEED --seals N
// node scripts/fit-seal-origin/main.ts --out DIR --seed SEED --pages N: the seals of whole pages, as the detector meets them
// JIANZHEN_DATA=DIR node scripts/fit-seal-origin/main.ts --out DIR --tiles train|validation
// [--fonts DIR [--faces training|held]]: seals, and the print under them, in faces of that folder (fit-seal-reader/faces.ts), three pages in ten in the simulator's own; `held`:
// all, in those kept for validation.
// DIR/seals.ndjson: a line a seal; DIR/seals.bin: of each, from `offset` on, planes of height × width bytes as `bytesOf` makes them.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type LocatedSeal,
  measureOrigin,
  originPlanes,
  pageSeal,
  rectifySeal,
} from '@jianzhen/detector-seal';
import { decodeImage, type RgbImage } from '@jianzhen/raster';
import {
  createRandom,
  makeSealPage,
  planSealPages,
  type Random,
  SEAL_CAPTURES,
  type SealMaker,
  type SealPageRequest,
  sealBackground,
} from '@jianzhen/simulate';
import { asLocated } from '../as-located.ts';
import { openFaces, wordsInFaces } from '../fit-seal-reader/faces.ts';
import { windows } from '../fit-seal-reader/windows.ts';
import { bytesOf } from './bytes.ts';
import { realImprints } from './tiles.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seals: { type: 'string', default: '6000' },
    pages: { type: 'string' },
    tiles: { type: 'string' },
    fonts: { type: 'string' },
    faces: { type: 'string', default: 'training' },
  },
});
const { out, tiles } = values;
if (!out || (tiles && tiles !== 'train' && tiles !== 'validation')) {
  console.error(
    'usage: node scripts/fit-seal-origin/main.ts --out DIR [--seed SEED] [--seals N | --pages N] [--fonts DIR [--faces training|held]] | --tiles train|validation (JIANZHEN_DATA=DIR)',
  );
  process.exit(2);
}

/** Cut-outs are the hardest to tell: they come more often than on pages. */
const MAKERS: Readonly<Record<SealMaker, number>> = { stamp: 0.46, tool: 0.29, cutout: 0.2, esign: 0.05 };
const HARDSHIPS = { none: 0.74, overlap: 0.08, faint: 0.1, edge: 0.08 } as const;
/** Side of the patch; only how much of it was seen matters here. */
const SIDE = 64;

/** Seals on each whole page: making a page costs more than putting seals on it. */
const PER_PAGE = 5;

const part = values.faces === 'held' ? 'held' : 'training';
const chosen = values.fonts === undefined ? null : openFaces(values.fonts, part);
/** Pages in the simulator's own faces. */
const OWN_FACES = 0.3;
const isOther = (random: Random): boolean => part === 'held' || !random.chance(OWN_FACES);
const faces = (random: Random) => (chosen && isOther(random) ? wordsInFaces(chosen, 'broad') : {});
const print = (random: Random) => (chosen && isOther(random) ? chosen.print(random) : null);

function request(seed: string, random: Random): SealPageRequest {
  const hardship = random.weighted(HARDSHIPS);
  return {
    seed,
    faces: 'tuning' as const,
    capture: random.pick(SEAL_CAPTURES),
    seals: hardship === 'overlap' ? 2 : 1,
    maker: random.weighted(MAKERS),
    ...faces(random),
    ...(hardship !== 'none' && { hardship }),
  };
}

mkdirSync(out, { recursive: true });
const list = openSync(join(out, 'seals.ndjson'), 'w');
const data = openSync(join(out, 'seals.bin'), 'w');
let offset = 0;

/** Nothing of seals that the judge does not speak of: small, faint, hardly seen. */
function write(
  image: RgbImage,
  seal: LocatedSeal,
  about: { maker: string; capture: string; page: string },
): void {
  const onPage = pageSeal(image, seal);
  const measured = measureOrigin(onPage, rectifySeal(onPage, SIDE));
  if (!measured) return;
  const { layers, statistics } = measured;
  const planes = originPlanes(layers);
  const { width, height } = planes;
  const bytes = bytesOf(planes);
  writeSync(data, bytes);
  writeSync(list, `${JSON.stringify({ ...about, width, height, offset, statistics })}\n`);
  offset += bytes.length;
}

async function writePage(asked: SealPageRequest): Promise<void> {
  const { seed, capture } = asked;
  const random = createRandom('seal origin missed', seed);
  const page = await makeSealPage(asked);
  const image = await decodeImage(page.file);
  for (const { ellipse, shape, colour, maker, box } of page.seals) {
    write(
      image,
      { ellipse: asLocated(ellipse, random), shape, colour, region: box, score: 1 },
      { maker, capture, page: String(seed) },
    );
  }
}

if (tiles === 'train' || tiles === 'validation') {
  const folder = process.env.JIANZHEN_DATA;
  if (!folder) throw new Error('JIANZHEN_DATA names no folder');
  for await (const { image, seal, name } of realImprints(join(folder, 'seals/tiles'), tiles))
    write(image, seal, { maker: 'tile', capture: 'tile', page: name });
} else if (values.pages) {
  for (const asked of planSealPages({ seed: values.seed, faces: 'tuning', count: Number(values.pages) })) {
    const random = createRandom('seal origin page', asked.seed);
    const under = await sealBackground(asked.seed, print(random) ?? 'tuning');
    await writePage({ ...asked, ...faces(random), seals: PER_PAGE, under });
  }
} else {
  let count = 0;
  for await (const under of windows(values.seed, print)) {
    if (count >= Number(values.seals)) break;
    const seed = `${values.seed}-${count++}`;
    await writePage({ ...request(seed, createRandom('seal origin', seed)), under });
    if (count % 100 === 0) console.error(`${count} windows, ${(offset / 1e6).toFixed(0)} MB`);
  }
}
closeSync(list);
closeSync(data);
