import type { SourceFile } from '../forge/sources.ts';
import { SCREEN_KINDS, type VoucherKind } from '../vouchers/render.ts';
import {
  RETYPED_CAPTURES,
  type RetypedCapture,
  type RetypedPage,
  retypedScan,
  retypedVoucher,
} from './pages.ts';
import type { Wardrobe } from './style.ts';

/** Kinds of the set; later ones are left out, so that earlier figures stand. */
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

/** A genuine page and how its retyped twins are made. */
export interface RetypedSpec {
  /** Unique in the set. */
  readonly name: string;
  readonly set: 'vouchers' | 'screenshots' | 'sroie' | 'funsd';
  readonly capture: RetypedCapture;
  /** @param wardrobe null for the genuine page @param variant of the edit */
  make(wardrobe: Wardrobe | null, variant: string): Promise<RetypedPage>;
}

/** Rendered pages of the seeds `{prefix}-{first}` … of every kind and capture; screens are exported only. */
export function renderedSpecs(prefix: string, seeds: number, first = 0): RetypedSpec[] {
  return Array.from({ length: seeds }, (_, n) => `${prefix}-${first + n}`).flatMap((seed) => [
    ...PAPERS.flatMap((kind) => RETYPED_CAPTURES.map((capture) => rendered(kind, capture, seed))),
    ...SCREEN_KINDS.map((kind) => rendered(kind, 'png', seed)),
  ]);
}

const rendered = (kind: VoucherKind, capture: RetypedCapture, seed: string): RetypedSpec => ({
  name: `${kind}-${capture}-${seed}`,
  set: SCREEN_KINDS.includes(kind) ? 'screenshots' : 'vouchers',
  capture,
  make: (wardrobe, variant) =>
    retypedVoucher(kind, { capture, seed: `${seed}-${capture}`, wardrobe, variant }),
});

/** A scanned page in one of the captures. */
export const scannedSpec = (source: SourceFile, capture: RetypedCapture): RetypedSpec => ({
  name: `${source.set}-${source.name}-${capture}`,
  set: source.set,
  capture,
  make: (wardrobe, variant) =>
    retypedScan(source, { capture, seed: `scan-${source.name}`, wardrobe, variant }),
});
