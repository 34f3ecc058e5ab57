// Makes the strips that models/seal/reader.onnx is trained on (training/seal/reader): simulated seals in tuning faces over print, captured, laid out
// and rendered as the reader does.
// node scripts/fit-seal-reader/main.ts --out DIR --seed SEED --seals N [--words mixed|simulated|unseen] [--fonts DIR [--faces training|held]] [--numbers]
// --fonts: most seals in faces of that folder (faces.ts), more of them with numbers, more of them square; `held`: all, in those kept for validation.
// --numbers: seals with codes and tax numbers, and the strips of these alone, which models/seal/numbers.onnx is trained on (training/seal/numbers).
// DIR/strips.ndjson: a line a strip; DIR/strips.bin: of each, from `offset` on, 5 planes of 48 × width bytes: ink, hue, red, green, blue.
// DIR/sheets.ndjson, DIR/sheets.bin: whole rings likewise, which models/seal/ring.onnx is trained on (training/seal/ring): 2 planes of 64 × 360 bytes.
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSealReader } from '@jianzhen/engine';
import { decodeImage } from '@jianzhen/raster';
import { createRandom, makeSealPage, type Random, type SealCapture, type SealKind } from '@jianzhen/simulate';
import { asLocated } from '../as-located.ts';
import { openFaces, wordsInFaces } from './faces.ts';
import { sheetOf } from './sheets.ts';
import { isNumber, stripsOf } from './strips.ts';
import { windows } from './windows.ts';
import { drawBroadWords, type Vocabulary } from './words.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    seals: { type: 'string', default: '6000' },
    words: { type: 'string', default: 'mixed' },
    fonts: { type: 'string' },
    faces: { type: 'string', default: 'training' },
    numbers: { type: 'boolean', default: false },
  },
});
if (!values.out) {
  console.error(
    'usage: node scripts/fit-seal-reader/main.ts --out DIR [--seed SEED] [--seals N] [--words mixed|simulated|unseen] [--fonts DIR [--faces training|held]] [--numbers]',
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
/** With faces of a folder, which make up for five, also what the first sets had little of. */
const CLOSER: typeof CAPTURES = { ...CAPTURES, closeup: 0.45 };
const KINDS: Readonly<Record<SealKind, number>> = {
  company: 0.27,
  government: 0.08,
  purpose: 0.19,
  invoice: 0.21,
  oval: 0.06,
  name: 0.1,
  square: 0.09,
};
/** Pages whose seals keep the simulator's own faces. */
const OWN_FACES = 0.3;
/** With `--numbers`: kinds whose seals may bear one, in captures that are large enough more often. */
const NUMBERED = {
  kinds: { company: 0.35, government: 0.06, purpose: 0.19, invoice: 0.4, oval: 0, name: 0, square: 0 },
  captures: { ...CAPTURES, closeup: 0.6 },
} satisfies { kinds: typeof KINDS; captures: typeof CAPTURES };
/** Of the training set's seals, those that say what the simulator's own do. */
const SIMULATED = 0.35;
/** Seals across another one. */
const OVERLAPPED = 0.15;
const FAINT = 0.1;
/** Less of a seal, and smaller ones, cannot be read. */
const LEAST = { seen: 0.97, width: 150 } as const;
/** Squares bear few and large characters; the first sets had none of less than the above, which most are on a page. */
const LEAST_SQUARE = 70;
/** Rings are laid out as they are read, at the page's edge too. */
const LEAST_SHEET = { seen: 0.6, width: 90 } as const;
/** By how much a locator misses the rings, in shares of their size: each ring is taken with all of them. */
const MISSES = [0.006, 0.018, 0.05];
const held = values.faces === 'held';
const faces =
  values.fonts === undefined ? null : openFaces(values.fonts, held ? 'held' : 'training', values.numbers);

/** What the seals say, where it is not the simulator's own words, and in which faces. */
function said(simulated: boolean, random: Random) {
  const vocabulary: Vocabulary = values.words === 'unseen' ? 'unseen' : 'broad';
  if (faces && (held || !random.chance(OWN_FACES))) return wordsInFaces(faces, simulated ? null : vocabulary);
  if (simulated) return {};
  return { words: (kind: SealKind, chance: Random) => drawBroadWords(vocabulary, kind, chance) };
}

function request(seed: string, random: Random) {
  const fate = random.next();
  const isOverlapped = fate < OVERLAPPED;
  const simulated = values.words === 'simulated' || (values.words === 'mixed' && random.chance(SIMULATED));
  return {
    seed,
    faces: 'tuning' as const,
    capture: random.weighted(values.numbers ? NUMBERED.captures : faces ? CLOSER : CAPTURES),
    seals: isOverlapped ? 2 : 1,
    ...(isOverlapped && { hardship: 'overlap' as const }),
    ...(!isOverlapped && fate < OVERLAPPED + FAINT && { hardship: 'faint' as const }),
    ...((faces || values.numbers) && { kind: random.weighted(values.numbers ? NUMBERED.kinds : KINDS) }),
    ...said(simulated, random),
  };
}

mkdirSync(values.out, { recursive: true });
const { ring } = await openSealReader();
const strips = openSet('strips');
const sheets = openSet('sheets');

/** A file of planes, and a line about each of them. */
function openSet(name: string) {
  const list = openSync(join(values.out!, `${name}.ndjson`), 'w');
  const data = openSync(join(values.out!, `${name}.bin`), 'w');
  let offset = 0;
  return {
    write({ planes, ...labels }: { readonly planes: Uint8Array }, about: object): void {
      writeSync(data, planes);
      writeSync(list, `${JSON.stringify({ ...labels, offset, ...about })}\n`);
      offset += planes.length;
    },
    close() {
      closeSync(list);
      closeSync(data);
    },
  };
}

let count = 0;
for await (const under of windows(values.seed)) {
  if (count >= Number(values.seals)) break;
  const seed = `${values.seed}-${count++}`;
  const random = createRandom('seal reader', seed);
  const asked = request(seed, random);
  const page = await makeSealPage({ ...asked, under });
  const image = await decodeImage(page.file);
  for (const [n, seal] of page.seals.entries()) {
    const { maker, conditions, seen } = seal;
    const width = 2 * Math.max(seal.ellipse.rx, seal.ellipse.ry);
    const about = { seal: `${seed}-${n}`, capture: asked.capture, maker, conditions };
    if (!values.numbers && seen >= LEAST_SHEET.seen && width >= LEAST_SHEET.width)
      for (const miss of MISSES) {
        const sheet = sheetOf(image, seal, createRandom('seal ring', seed, n, miss), miss);
        if (sheet) sheets.write(sheet, { ...about, seen, across: width, miss });
      }
    const least = faces && seal.shape === 'square' ? LEAST_SQUARE : LEAST.width;
    if (seen < LEAST.seen || width < least) continue;
    const located = { ...seal, ellipse: asLocated(seal.ellipse, random) };
    for (const strip of await stripsOf(image, located, random, ring))
      if (!values.numbers || isNumber(strip)) strips.write(strip, about);
  }
  if (count % 100 === 0) console.error(`${count} windows`);
}
strips.close();
sheets.close();
