import type { VoucherKind } from '../vouchers/render.ts';
import { CONTRADICTION_SORTS, CONTRADICTIONS } from './contradictions.ts';
import type { FaceSet } from './faces.ts';
import { PAPER_CAPTURES, type PaperRequest } from './page.ts';

/** Kinds of papers whose every text and key value is known. */
export const PAPER_KINDS: readonly VoucherKind[] = [
  'hardship-certificate',
  'unemployment-certificate',
  'income-certificate',
  'diagnosis-certificate',
  'discharge-summary',
  'disability-certificate',
  'id-card',
  'bank-statement',
  'credit-statement',
  'invoice',
  'supermarket-receipt',
  'shop-receipt',
  'repayment-agreement',
];

export interface PaperSetOptions {
  readonly seed: number;
  readonly faces: FaceSet;
  /** Genuine pages a kind, and pages a sort of contradiction. */
  readonly size: number;
}

/** A set of pages: of every kind so many genuine ones, of every sort of contradiction so many, captures and kinds in turn. */
export function planPapers({ seed, faces, size }: PaperSetOptions): PaperRequest[] {
  const turns = Array.from({ length: size }, (_, n) => n);
  const capture = (n: number) => PAPER_CAPTURES[n % PAPER_CAPTURES.length]!;
  const genuine = PAPER_KINDS.flatMap((kind, k) =>
    turns.map((n) => ({ kind, faces, seed: `${seed}-${faces}-${n}`, capture: capture(n + k) })),
  );
  const planted = CONTRADICTION_SORTS.flatMap((contradiction, s) =>
    turns.map((n) => {
      const { kinds } = CONTRADICTIONS[contradiction];
      const kind: VoucherKind = kinds[(n + s) % kinds.length]!;
      return { kind, faces, seed: `${seed}-${faces}-planted-${n}`, capture: capture(n + s), contradiction };
    }),
  );
  return [...genuine, ...planted];
}

/** Name of a page's file without its extension. */
export const paperName = ({ kind, seed, capture, contradiction }: PaperRequest): string =>
  `${seed}-${kind}-${capture}-${contradiction ?? 'genuine'}`;
