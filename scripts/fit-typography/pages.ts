// Pages that the statistics of typography are fitted and measured on: rendered vouchers and scanned receipts and forms, each genuine and
// with figures retyped on it. Pages and what was read on them are kept in a folder, since making and reading them takes hours.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader, type Reader, type RecognisedPage } from '@jianzhen/detector-papers';
import { decodeImage, type PageImage } from '@jianzhen/raster';
import {
  listSources,
  RETYPED_CAPTURES,
  type Retyped,
  type RetypedPage,
  type RetypedRequest,
  retypedScan,
  retypedVoucher,
  type Split,
  type VoucherKind,
} from '@jianzhen/simulate';

const PAPERS = [
  'hardship-certificate',
  'diagnosis-certificate',
  'unemployment-certificate',
  'income-certificate',
  'bank-statement',
  'credit-statement',
  'supermarket-receipt',
  'shop-receipt',
  'invoice',
  'repayment-agreement',
] as const satisfies readonly VoucherKind[];
const SCREENS = [
  'payment-screenshot',
  'chat-screenshot',
  'bill-list-screenshot',
  'bank-app-screenshot',
] as const satisfies readonly VoucherKind[];

/** A genuine page and how its twins are made. */
export interface PageSpec {
  /** Unique in the folder. */
  readonly name: string;
  readonly set: 'vouchers' | 'screenshots' | 'sroie' | 'funsd';
  readonly capture: RetypedRequest['capture'];
  make(wardrobe: RetypedRequest['wardrobe'], variant: string): Promise<RetypedPage>;
}

/** Rendered pages of the seeds `{prefix}-0` … of every kind and capture; screens are exported only. */
export function renderedSpecs(prefix: string, seeds: number): PageSpec[] {
  return Array.from({ length: seeds }, (_, n) => n).flatMap((n) => [
    ...PAPERS.flatMap((kind) => RETYPED_CAPTURES.map((capture) => rendered(kind, capture, `${prefix}-${n}`))),
    ...SCREENS.map((kind) => rendered(kind, 'png', `${prefix}-${n}`)),
  ]);
}

const rendered = (kind: VoucherKind, capture: RetypedRequest['capture'], seed: string): PageSpec => ({
  name: `${kind}-${capture}-${seed}`,
  set: SCREENS.some((screen) => screen === kind) ? 'screenshots' : 'vouchers',
  capture,
  make: (wardrobe, variant) =>
    retypedVoucher(kind, { capture, seed: `${seed}-${capture}`, wardrobe, variant }),
});

/** Scanned pages of a split, each in one of the captures. */
export const scannedSpecs = (data: string, split: Split, most = 1e6): PageSpec[] =>
  listSources(data, split)
    .filter((_, i, all) => most >= all.length || (i * most) % all.length < most)
    .map((source, i) => {
      const capture = RETYPED_CAPTURES[i % RETYPED_CAPTURES.length]!;
      return {
        name: `${source.set}-${source.name}-${capture}`,
        set: source.set,
        capture,
        make: (wardrobe, variant) =>
          retypedScan(source, { capture, seed: `scan-${source.name}`, wardrobe, variant }),
      };
    });

/** A page as it is kept. */
export interface KeptPage {
  readonly name: string;
  /** Name of its genuine twin. */
  readonly source: string;
  readonly set: PageSpec['set'];
  readonly capture: RetypedRequest['capture'];
  readonly before: boolean;
  readonly edits: readonly Retyped[];
  /** What was read on it; null where it has not been read. */
  readonly read: RecognisedPage | null;
  image(): Promise<PageImage>;
}

export interface Keeping {
  readonly folder: string;
  /** Reads forged pages too; a genuine page is always read. */
  readonly readForged: boolean;
}

let reader: Promise<Reader> | null = null;

/** The page out of the folder; made, read and put there where it is missing. */
export async function keptPage(
  spec: PageSpec,
  wardrobe: RetypedRequest['wardrobe'],
  variant: string,
  { folder, readForged }: Keeping,
): Promise<KeptPage> {
  const name = wardrobe ? `${spec.name}-${variant}` : spec.name;
  const facts = join(folder, `${name}.json`);
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true });
    const { file, extension, edits, before } = await spec.make(wardrobe, variant);
    writeFileSync(join(folder, `${name}.${extension}`), file);
    reader ??= openReader();
    const read = wardrobe && !readForged ? null : await (await reader).read(await decodeImage(file));
    writeFileSync(facts, JSON.stringify({ extension, edits, before, read }));
  }
  const { extension, ...kept } = JSON.parse(readFileSync(facts, 'utf8'));
  const { set, capture } = spec;
  return {
    ...kept,
    name,
    source: spec.name,
    set,
    capture,
    image: () => decodeImage(readFileSync(join(folder, `${name}.${extension}`))),
  };
}
