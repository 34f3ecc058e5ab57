// Makes the strips that models/seal/reader.onnx is trained on (training/seal/reader): simulated seals in tuning faces over print, captured, laid out
// and rendered as the reader does.
// node scripts/fit-seal-reader/main.ts --out DIR --seed SEED --seals N [--words mixed|simulated|unseen]
// DIR/strips.ndjson: a line a strip; DIR/strips.bin: of each, from `offset` on, 5 planes of 48 × width bytes: ink, hue, red, green, blue.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeImage } from '@jianzhen/raster';
import {
  createRandom,
  makeSealPage,
  type Random,
  type SealCapture,
  type SealTruth,
} from '@jianzhen/simulate';
import { type LabelledStrip, stripsOf } from './strips.ts';
import { windows } from './windows.ts';
import { drawBroadWords } from './words.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seals: { type: 'string', default: '6000' },
    words: { type: 'string', default: 'mixed' },
  },
});
if (!values.out) {
  console.error(
    'usage: node scripts/fit-seal-reader/main.ts --out DIR [--seed SEED] [--seals N] [--words mixed|simulated|unseen]',
  );
  process.exit(2);
}

/** Codes are large enough to be read in close-ups alone: those come more often than on pages. */
const CAPTURES: Readonly<Record<SealCapture, number>> = {
  png: 0.12,
  scan: 0.12,
  phone: 0.12,
  tilted: 0.12,
  chat: 0.12,
  copy: 0.12,
  closeup: 0.28,
};
/** Of the training set's seals, those that say what the simulator's own do. */
const SIMULATED = 0.35;
/** Seals across another one. */
const OVERLAPPED = 0.15;
const FAINT = 0.1;
/** Less of a seal, and smaller ones, cannot be read. */
const LEAST = { seen: 0.97, width: 150 } as const;
/** Where a locator puts an ellipse misses the truth by so much, in shares of its size. */
const MISS = 0.006;

function located(seal: SealTruth, random: Random): SealTruth {
  const { cx, cy, rx, ry, angle } = seal.ellipse;
  const miss = () => random.normal() * MISS * Math.max(rx, ry);
  return { ...seal, ellipse: { cx: cx + miss(), cy: cy + miss(), rx: rx + miss(), ry: ry + miss(), angle } };
}

function request(seed: string, random: Random) {
  const fate = random.next();
  const isOverlapped = fate < OVERLAPPED;
  const simulated = values.words === 'simulated' || (values.words === 'mixed' && random.chance(SIMULATED));
  const vocabulary = values.words === 'unseen' ? 'unseen' : 'broad';
  return {
    seed,
    faces: 'tuning' as const,
    capture: random.weighted(CAPTURES),
    seals: isOverlapped ? 2 : 1,
    ...(isOverlapped && { hardship: 'overlap' as const }),
    ...(!isOverlapped && fate < OVERLAPPED + FAINT && { hardship: 'faint' as const }),
    ...(!simulated && {
      words: (kind: Parameters<typeof drawBroadWords>[1], chance: Random) =>
        drawBroadWords(vocabulary, kind, chance),
    }),
  };
}

mkdirSync(values.out, { recursive: true });
const list = openSync(join(values.out, 'strips.ndjson'), 'w');
const data = openSync(join(values.out, 'strips.bin'), 'w');
let offset = 0;
const write = ({ planes, ...strip }: LabelledStrip, about: object): void => {
  writeSync(data, planes);
  writeSync(list, `${JSON.stringify({ ...strip, offset, ...about })}\n`);
  offset += planes.length;
};

let count = 0;
for await (const under of windows(values.seed)) {
  if (count >= Number(values.seals)) break;
  const seed = `${values.seed}-${count++}`;
  const random = createRandom('seal reader', seed);
  const asked = request(seed, random);
  const page = await makeSealPage({ ...asked, under });
  const image = await decodeImage(page.file);
  for (const [n, seal] of page.seals.entries()) {
    if (seal.seen < LEAST.seen || 2 * Math.max(seal.ellipse.rx, seal.ellipse.ry) < LEAST.width) continue;
    const { maker, conditions } = seal;
    for (const strip of stripsOf(image, located(seal, random), random))
      write(strip, { seal: `${seed}-${n}`, capture: asked.capture, maker, conditions });
  }
  if (count % 100 === 0) console.error(`${count} windows, ${(offset / 1e6).toFixed(0)} MB`);
}
closeSync(list);
closeSync(data);
