// Writes what the network of retyped digits learns from: of each page every digit with its crops, facts and place, and whether it was retyped.
// JIANZHEN_DATA=DIR node scripts/fit-typography/learn.ts --out DIR --fonts DIR [--part learn|check] [--from N] [--pages N] [--scans SHARE] [--shard K/N]
// Pages are drawn or scanned by number; the same number makes the same page. `learn` takes scans of the train split and many faces, `check`
// scans of the validation split and the faces that the simulator retypes in itself.
import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  openReader,
  type PageTokens,
  pageTokens,
  printedNumbers,
  type RecognisedPage,
} from '@jianzhen/detector-papers';
import { decodeImage } from '@jianzhen/raster';
import {
  createRandom,
  listSources,
  RETYPED_CAPTURES,
  type Retyped,
  type RetypedPage,
  type RetypedRequest,
  retypedScan,
  retypedVoucher,
  SCREEN_KINDS,
  VOUCHER_KINDS,
  type VoucherKind,
} from '@jianzhen/simulate';
import { openFaces } from './faces.ts';
import { substituted, within } from './substituted.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    fonts: { type: 'string' },
    part: { type: 'string', default: 'learn' },
    from: { type: 'string', default: '0' },
    pages: { type: 'string', default: '1000' },
    shard: { type: 'string', default: '0/1' },
    // Share of scans.
    scans: { type: 'string', default: '0.5' },
  },
});
const data = process.env.JIANZHEN_DATA;
if (!values.out || !values.fonts || !data) {
  console.error('usage: JIANZHEN_DATA=DIR node scripts/fit-typography/learn.ts --out DIR --fonts DIR');
  process.exit(2);
}
const KINDS: readonly VoucherKind[] = [
  ...VOUCHER_KINDS.filter((kind) => !SCREEN_KINDS.includes(kind)),
  'discharge-summary',
  'disability-certificate',
  'deferral-application',
];
/** Share of screens; what is neither scan nor screen is a voucher. */
const SCREEN = 0.1;
const VARIANTS = 3;

const scanned = Number(values.scans);
const isLearning = values.part === 'learn';
const scans = listSources(data, isLearning ? 'train' : 'validation');
const faces = openFaces(values.fonts);
const reader = await openReader();
const [shard, shards] = values.shard.split('/').map(Number) as [number, number];
mkdirSync(values.out, { recursive: true });
const index = join(values.out, `pages-${shard}.ndjson`);
const done = new Set(
  existsSync(index)
    ? readFileSync(index, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).number as number)
    : [],
);

/** What a page is made of, by its number. */
function pageOf(number: number) {
  const random = createRandom('typography', values.part, number);
  const wardrobe: RetypedRequest['wardrobe'] = isLearning ? faces.wardrobe : 'tuning';
  const isScan = random.chance(scanned);
  const isScreen = !isScan && random.chance(SCREEN / (1 - scanned));
  const capture = isScreen ? 'png' : random.pick(RETYPED_CAPTURES);
  const seed = `typography-${values.part}-${number}`;
  if (isScan) {
    const source = random.pick(scans);
    const make = (worn: typeof wardrobe | null, variant: string) =>
      retypedScan(source, { capture, seed, wardrobe: worn, variant });
    return { name: source.name, set: source.set, capture, wardrobe, make };
  }
  const kind = random.pick(isScreen ? SCREEN_KINDS : KINDS);
  const families = isLearning ? faces.families(random) : {};
  const make = (worn: typeof wardrobe | null, variant: string) =>
    retypedVoucher(kind, { capture, seed, wardrobe: worn, variant, families });
  return { name: `${kind}-${number}`, set: isScreen ? 'screenshots' : 'vouchers', capture, wardrobe, make };
}

/** 1 retyped, 0 not, −1 too near to an edit to tell. */
function labelsOf({ digits, count }: PageTokens, edits: readonly Retyped[]): Int8Array {
  const labels = new Int8Array(count);
  for (const [i, { character }] of digits.entries()) {
    const isRetyped = edits.some(({ typed }) => typed.some((box) => within(box, character)));
    const isNear = edits.some(({ box }) => within(box, character));
    labels[i] = isRetyped ? 1 : isNear ? -1 : 0;
  }
  return labels;
}

/** Appends a page: crops, facts, places and labels; the row says where. */
function write(number: number, page: ReturnType<typeof pageOf>, made: RetypedPage, tokens: PageTokens) {
  const { count, digits, crops, facts, places } = tokens;
  const labels = labelsOf(tokens, made.edits);
  const bytes = Buffer.concat([
    crops,
    new Uint8Array(facts.buffer),
    new Uint8Array(places.buffer),
    new Uint8Array(labels.buffer),
  ]);
  const file = join(values.out!, `tokens-${shard}.bin`);
  const offset = existsSync(file) ? statSync(file).size : 0;
  appendFileSync(file, bytes);
  const { name, set, capture } = page;
  return {
    number,
    name,
    set,
    capture,
    before: made.before,
    deviation: made.edits[0]?.deviation ?? '',
    count,
    digits: digits.length,
    retyped: labels.filter((label) => label === 1).length,
    shard,
    offset,
  };
}

async function tokensAt(file: Uint8Array, read: RecognisedPage): Promise<PageTokens | undefined> {
  const image = await decodeImage(file);
  return pageTokens(image, printedNumbers(image, read), Number.POSITIVE_INFINITY)[0];
}

/** A page and its retyped twins, written together: a run that was cut off leaves none without the others. */
async function makePage(number: number) {
  const page = pageOf(number);
  const genuine = await page.make(null, '');
  const read = await reader.read(await decodeImage(genuine.file));
  const rows: object[] = [];
  const tokens = await tokensAt(genuine.file, read);
  if (tokens) rows.push(write(number, page, genuine, tokens));
  for (let variant = 0; tokens && variant < VARIANTS; variant++) {
    const made = await page.make(page.wardrobe, `f${variant}`);
    if (made.edits.length === 0) continue;
    const own = await tokensAt(made.file, substituted(read, made.edits));
    if (own) rows.push(write(number, page, made, own));
  }
  if (rows.length > 0) appendFileSync(index, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

const from = Number(values.from);
for (let number = from; number < from + Number(values.pages); number++) {
  if (number % shards !== shard || done.has(number)) continue;
  await makePage(number);
  if (number % 50 < shards) console.error(`${number} ${new Date().toISOString()}`);
}
