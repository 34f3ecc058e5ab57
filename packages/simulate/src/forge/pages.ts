import { readFileSync } from 'node:fs';
import { decode } from '../codec.ts';
import { createRandom } from '../random.ts';
import { type Capture, captureVoucher } from '../vouchers/capture.ts';
import { renderVoucher, SCREEN_KINDS, VOUCHER_KINDS, type VoucherKind } from '../vouchers/render.ts';
import { type Face, type Field, family } from '../vouchers/sheet.ts';
import { listSources, type SourceFile, type Split, splitOf } from './sources.ts';
import type { Origin } from './types.ts';

/** Where genuine pages come from: scanned receipts and forms, rendered Chinese papers, rendered screens of telephones. */
export const PAGE_FAMILIES = ['real', 'vouchers', 'screenshots'] as const;
export type PageFamily = (typeof PAGE_FAMILIES)[number];

/** A genuine page that can be opened when its turn comes. */
export interface PageSource {
  /** What the split goes by. */
  readonly name: string;
  readonly set: SourceFile['set'] | 'vouchers' | 'screenshots';
  open(): Promise<Origin>;
}

export interface PageRequest {
  /** Folder with `sroie/` and `funsd/`; needed for `real` alone. */
  readonly data: string;
  readonly split: Split;
  readonly families: readonly PageFamily[];
  /** Rendered pages of each kind. */
  readonly perKind: number;
}

/** The split's genuine pages, in a fixed order. A rendered page hangs on its name alone, never on a set's seed. */
export function listPages({ data, split, families, perKind }: PageRequest): PageSource[] {
  return families.flatMap((source): PageSource[] => {
    if (source === 'real') return listSources(data, split).map(scanned);
    const kinds = source === 'screenshots' ? SCREEN_KINDS : PAPER_KINDS;
    return kinds.flatMap((kind) => namesOf(kind, split, perKind).map((name) => rendered(kind, name, source)));
  });
}

const PAPER_KINDS = VOUCHER_KINDS.filter((kind) => !SCREEN_KINDS.includes(kind));

function namesOf(kind: VoucherKind, split: Split, count: number): string[] {
  const names: string[] = [];
  for (let n = 0; names.length < count; n++) {
    const name = `${kind}-${n}`;
    if (splitOf(name) === split) names.push(name);
  }
  return names;
}

const scanned = ({ name, set, path, lines }: SourceFile): PageSource => ({
  name,
  set,
  open: async () => ({
    name,
    medium: 'paper',
    script: 'latin',
    picture: await decode(readFileSync(path)),
    lines,
    partial: false,
  }),
});

const rendered = (kind: VoucherKind, name: string, set: 'vouchers' | 'screenshots'): PageSource => ({
  name,
  set,
  open: async () => {
    const random = createRandom(name, 'device');
    const screen = set === 'screenshots';
    const device: Capture = screen
      ? 'screenshot'
      : random.weighted({ phone: 0.45, scanner: 0.25, render: 0.3 });
    const voucher = await captureVoucher(renderVoucher({ kind, seed: name }), device, random);
    return {
      name,
      medium: screen ? 'screen' : 'paper',
      script: 'chinese',
      family: family(commonFace(voucher.fields)),
      picture: voucher,
      lines: voucher.fields
        .filter((field) => field.name !== 'seal' && field.name !== 'signature')
        .map(({ box, text }) => ({ ...box, text })),
      partial: true,
    };
  },
});

function commonFace(fields: readonly Field[]): Face {
  const counts = new Map<Face, number>();
  for (const { face } of fields) counts.set(face, (counts.get(face) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'sans';
}
