// Makes the pages that models/seal/locator.onnx is trained on (training/seal/locator).
// JIANZHEN_DATA=DIR node scripts/fit-seal-locate/main.ts --out DIR --seed SEED --pages N [--fonts DIR [--faces training|held]]: simulated pages
// JIANZHEN_DATA=DIR node scripts/fit-seal-locate/main.ts --out DIR --split train|validation: photographs of imprints, and pages that bear no seal
// DIR/pages.ndjson: a line a page; DIR/pages.bin: of each, from `offset` on, 6 planes of height × width bytes as `locatorPlanes` makes them.
import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { locatorPlanes } from '@jianzhen/detector-seal';
import type { Ellipse } from '@jianzhen/evidence';
import { listSources, makeSealPage, type SealTruth, type Split } from '@jianzhen/simulate';
import { openFaces } from '../fit-seal-reader/faces.ts';
import { badges } from './badges.ts';
import { decoded, documents, isTwin, type SealedPage, testBoxes, tiles } from './pages.ts';
import { simulatedPages } from './simulated.ts';
import { textures } from './textures.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    pages: { type: 'string' },
    fonts: { type: 'string' },
    faces: { type: 'string', default: 'training' },
    split: { type: 'string' },
  },
});
const { out, split } = values;
const data = process.env.JIANZHEN_DATA;
if (!out || !data || (values.pages === undefined && split !== 'train' && split !== 'validation')) {
  console.error(
    'usage: JIANZHEN_DATA=DIR node scripts/fit-seal-locate/main.ts --out DIR --seed SEED --pages N [--fonts DIR [--faces training|held]] | --split train|validation',
  );
  process.exit(2);
}

/** A seal in pixels of the page; of real imprints only the box is known, which the ellipse lies in. */
interface KnownSeal {
  readonly ellipse: Ellipse;
  readonly square: boolean;
  /** Whether the ellipse is true, and not merely a box's. */
  readonly exact: boolean;
}
type Page = Pick<SealedPage, 'name' | 'image'> & {
  readonly kind: string;
  readonly seals: readonly KnownSeal[];
  /** Only slivers may be seen of seals that are not listed, at the picture's edge. */
  readonly slivers: boolean;
};

mkdirSync(out, { recursive: true });
const list = openSync(join(out, 'pages.ndjson'), 'w');
const bytes = openSync(join(out, 'pages.bin'), 'w');
let offset = 0;
for await (const page of values.pages === undefined ? real(split as Split, data) : simulated(data)) {
  const { width, height, factor, values: planes } = locatorPlanes(page.image);
  const seals = page.seals.map(({ ellipse: { cx, cy, rx, ry, angle }, ...rest }) => ({
    ...rest,
    cx: cx / factor,
    cy: cy / factor,
    rx: rx / factor,
    ry: ry / factor,
    angle,
  }));
  const { name, kind, slivers } = page;
  writeSync(list, `${JSON.stringify({ name, kind, width, height, offset, seals, slivers })}\n`);
  offset += writeSync(
    bytes,
    Uint8Array.from(planes, (value) => Math.min(255, Math.round(255 * value))),
  );
}
closeSync(list);
closeSync(bytes);

async function* simulated(folder: string): AsyncGenerator<Page> {
  const part = values.faces === 'held' ? 'held' : 'training';
  const faces = values.fonts === undefined ? null : openFaces(values.fonts, part);
  const pages = listSources(join(folder, 'documents'), 'train').map(({ name, path }) => ({
    name,
    bytes: readFileSync(path),
  }));
  const plan = { seed: values.seed, count: Number(values.pages), faces, isHeld: part === 'held', pages };
  for await (const request of simulatedPages(plan)) {
    const made = await makeSealPage(request);
    yield {
      name: String(request.seed),
      kind: request.capture,
      image: await decoded(made.file),
      seals: made.seals.map(known),
      slivers: false,
    };
  }
}

async function* real(part: Split, folder: string): AsyncGenerator<Page> {
  const test = await testBoxes(join(folder, 'seals/tiles'));
  for await (const page of tiles(join(folder, 'seals/tiles'), part))
    if (!isTwin(page, test)) yield { ...page, kind: 'tile', seals: page.seals.map(within) };
  const some = part === 'train' ? 1 : 0.3;
  for await (const page of documents(join(folder, 'documents'), part))
    yield { ...page, kind: 'document', seals: [] };
  for (const page of textures(part, 90 * some)) yield { ...page, kind: 'texture', seals: [] };
  for await (const page of badges(part, 300 * some)) yield { ...page, kind: 'badges', seals: [] };
}

function known({ ellipse, shape, turn }: SealTruth): KnownSeal {
  if (shape !== 'square') return { ellipse, square: false, exact: true };
  // The ellipse touches the sides at their middles: its axes need not lie along them.
  const reach = (degrees: number) => {
    const along = ((degrees - ellipse.angle) * Math.PI) / 180;
    return 1 / Math.hypot(Math.cos(along) / ellipse.rx, Math.sin(along) / ellipse.ry);
  };
  const { cx, cy } = ellipse;
  return {
    ellipse: { cx, cy, rx: reach(turn), ry: reach(turn + 90), angle: turn },
    square: true,
    exact: true,
  };
}

function within({ x, y, width, height }: SealedPage['seals'][number]): KnownSeal {
  const [rx, ry] = [width / 2, height / 2];
  return { ellipse: { cx: x + rx, cy: y + ry, rx, ry, angle: 0 }, square: false, exact: false };
}
