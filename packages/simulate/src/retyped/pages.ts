import { readFileSync } from 'node:fs';
import { decode } from '../codec.ts';
import { type CHINESE_FILES, redress } from '../fonts.ts';
import { findInk } from '../forge/ink.ts';
import { findNumbers } from '../forge/numbers.ts';
import type { Sheet } from '../forge/operations/index.ts';
import { prepare } from '../forge/sample.ts';
import { planSaves, runSaves, type Saved } from '../forge/saves.ts';
import type { SourceFile } from '../forge/sources.ts';
import type { Origin, Pipeline } from '../forge/types.ts';
import type { Picture } from '../picture.ts';
import { createRandom, type Seed } from '../random.ts';
import { captureVoucher } from '../vouchers/capture.ts';
import { renderVoucher, type Voucher, type VoucherKind } from '../vouchers/render.ts';
import { type Field, family, type SheetOptions } from '../vouchers/sheet.ts';
import { numbersOfFields, numbersOfUnits, type PageNumber } from './numbers.ts';
import { type Retyped, retypeFigures } from './retype.ts';
import type { Wardrobe } from './style.ts';

/** `phone` and `scan`: print taken by a device; `chat`: a phone's picture made smaller by a chat app; `png`: as exported. */
export const RETYPED_CAPTURES = ['phone', 'scan', 'chat', 'png'] as const;
export type RetypedCapture = (typeof RETYPED_CAPTURES)[number];

export interface RetypedRequest {
  readonly capture: RetypedCapture;
  readonly seed: Seed;
  /** Null leaves the page genuine: its twin, which passes the same capture and saves. */
  readonly wardrobe: Wardrobe | null;
  /** Seeds the edit alone: forgeries of one page differ in it. */
  readonly variant?: Seed;
  /** Other faces of a voucher's print; the simulator's own where not given. */
  readonly families?: SheetOptions['families'];
}

export interface RetypedPage extends Pick<Saved, 'file' | 'extension' | 'width' | 'height'> {
  /** In pixels of the file; empty on a genuine page, and where the page offers no number. */
  readonly edits: readonly Retyped[];
  /** Whether the figures were retyped before the page was captured: printed and photographed, not edited in the photograph. */
  readonly before: boolean;
}

const DEVICE = { phone: 'phone', scan: 'scanner', chat: 'phone', png: 'render' } as const;
const SAVE = { phone: 'jpeg', scan: 'jpeg', chat: 'chat-resize', png: 'png' } as const satisfies Record<
  RetypedCapture,
  Pipeline
>;

/** Faces that the pages of a reported set are drawn in, none of which pages for tuning have. */
const HELD_FACES: Partial<Record<keyof typeof CHINESE_FILES, string>> = {
  serif: '@fontsource/zcool-xiaowei/files/zcool-xiaowei-chinese-simplified-400-normal.woff2',
  'serif-bold': '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-900-normal.woff2',
  sans: '@embedpdf/fonts-sc/fonts/NotoSansHans-Light.otf',
  'sans-bold': '@embedpdf/fonts-sc/fonts/NotoSansHans-Medium.otf',
};

/** From here on vouchers are drawn in faces that nothing was tuned on; holds for the process. */
export const wearHeldFaces = (): void => redress(HELD_FACES);

/** A rendered voucher with figures retyped on it, before or after a device took it. */
export async function retypedVoucher(
  kind: VoucherKind,
  { capture, seed, wardrobe, variant = '', families = {} }: RetypedRequest,
): Promise<RetypedPage> {
  const drawn = renderVoucher({ kind, seed, options: { families } });
  const random = createRandom(seed, 'retyped', capture);
  const before = capture === 'png' || random.chance(0.4);
  const numbers = numbersOfFields(drawn, drawn.fields, ({ face }) => families[face] ?? family(face));
  const named = drawn.fields.filter(({ name }) => name !== 'seal' && name !== 'signature');
  let page: Voucher = { ...drawn, fields: named };
  let edits: Retyped[] = [];
  if (wardrobe && before) [page, edits] = edited(page, numbers, wardrobe, [seed, kind, variant]);
  const marks = marksOf(numbers, edits);
  const taken = await captureVoucher(
    { ...page, fields: marks },
    DEVICE[capture],
    createRandom(seed, 'device'),
  );
  const boxes = taken.fields.map(({ box }) => box);
  let at = 0;
  const moved = numbers.map(
    (number): PageNumber => ({
      ...number,
      figures: number.figures.map((figure) => ({ ...figure, box: boxes[at++]! })),
    }),
  );
  edits = edits.map((edit) => ({
    ...edit,
    box: boxes[at++]!,
    figures: edit.figures.map(() => boxes[at++]!),
    typed: edit.typed.map(() => boxes[at++]!),
  }));
  page = taken;
  if (wardrobe && !before) [page, edits] = edited(taken, moved, wardrobe, [seed, kind, variant]);
  return saved(page, edits, before, SAVE[capture], seed);
}

/** A scanned page with figures retyped on it after it was captured. */
export async function retypedScan(
  source: SourceFile,
  { capture, seed, wardrobe, variant = '' }: RetypedRequest,
): Promise<RetypedPage> {
  const picture = await decode(readFileSync(source.path));
  const { name, lines } = source;
  const origin: Origin = { name, medium: 'paper', script: 'latin', partial: false, picture, lines };
  const { sheet } = await prepare(origin, SAVE[capture], seed);
  if (!wardrobe) return saved(sheet.picture, [], false, SAVE[capture], seed);
  const [page, edits] = edited(sheet.picture, numbersOfSheet(sheet), wardrobe, [seed, variant]);
  return saved(page, edits, false, SAVE[capture], seed);
}

/** Where nobody has read the page, its figures are told by their looks. */
const numbersOfSheet = (sheet: Sheet): PageNumber[] => {
  const read = numbersOfUnits(sheet.text, sheet.units);
  if (read.length > 0) return read;
  return findNumbers(sheet).map((digits) => ({
    figures: digits.map(({ box, character }) => ({ text: character ?? '0', box })),
    family: null,
  }));
};

function edited<P extends Picture>(
  picture: P,
  numbers: readonly PageNumber[],
  wardrobe: Wardrobe,
  seeds: readonly Seed[],
): [P, Retyped[]] {
  const page = { ...picture, rgb: picture.rgb.slice() };
  const edits = retypeFigures(
    page,
    findInk(picture),
    numbers,
    wardrobe,
    createRandom('edit', typeof wardrobe === 'string' ? wardrobe : 'own', ...seeds),
  );
  return [page, edits];
}

/** Fields that carry boxes through a capture: every figure, then every edit and its figures. */
function marksOf(numbers: readonly PageNumber[], edits: readonly Retyped[]): Field[] {
  const boxes = [
    ...numbers.flatMap(({ figures }) => figures.map(({ box }) => box)),
    ...edits.flatMap(({ box, figures, typed }) => [box, ...figures, ...typed]),
  ];
  return boxes.map((box) => ({ name: 'mark', text: '', box, face: 'sans' as const }));
}

async function saved(
  page: Picture,
  edits: readonly Retyped[],
  before: boolean,
  pipeline: Pipeline,
  seed: Seed,
): Promise<RetypedPage> {
  const plan = planSaves(pipeline, page, createRandom(seed, 'saves', pipeline));
  const boxes = edits.flatMap(({ box, figures, typed }) => [box, ...figures, ...typed]);
  const { file, extension, width, height, regions } = await runSaves(plan, page, null, boxes);
  let at = 0;
  const moved = edits.map((edit) => ({
    ...edit,
    box: regions[at++]!,
    figures: edit.figures.map(() => regions[at++]!),
    typed: edit.typed.map(() => regions[at++]!),
  }));
  return { file, extension, width, height, edits: moved, before };
}
