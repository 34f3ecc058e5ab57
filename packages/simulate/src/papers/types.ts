import type { Box } from '../picture.ts';
import type { VoucherKind } from '../vouchers/render.ts';
import type { TextLine } from '../vouchers/text-lines.ts';

/** What is known beside a page; the form that interpreters of papers take. */
export interface PaperContext {
  /** Day on which the page was handed in, `YYYY-MM-DD`. */
  readonly receivedAt: string;
  /** Titles of the seals on the page. */
  readonly seals: readonly string[];
  readonly identities: readonly {
    readonly source: string;
    readonly names: readonly string[];
    readonly identityNumbers: readonly string[];
    readonly phones: readonly string[];
    readonly bankCards: readonly string[];
  }[];
}

/** All that a page truly says. */
export interface PaperTruth {
  readonly kind: VoucherKind;
  /** Boxes in pixels of the saved picture. */
  readonly lines: readonly TextLine[];
  /** Seals and signatures: what is read there is no print. */
  readonly ignored: readonly Box[];
  /** Values by names of fields: dates ISO 8601, amounts in yuan with two decimals, sex `male`/`female`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Codes of the findings that the page deserves; none on a genuine page. */
  readonly contradictions: readonly string[];
}

export interface PaperFile {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  readonly width: number;
  readonly height: number;
  readonly truth: PaperTruth;
  readonly context: PaperContext;
}
