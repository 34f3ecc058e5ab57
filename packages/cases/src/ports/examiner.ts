import type { PageReport } from '@jianzhen/evidence';

export interface ExaminedPage extends PageReport {
  /** 8-bit grey PNG of the page's size, null where nothing was flagged or no mask was asked for. */
  readonly maskPng: Uint8Array | null;
  /** The page for people to look at. */
  readonly previewWebp: Uint8Array;
  readonly statistics: Readonly<Record<string, number>>;
  readonly timings: Readonly<Record<string, number>>;
}

export interface ExamineResult {
  readonly facts: { readonly mediaType: string; readonly bytes: number; readonly sha256: string };
  readonly pages: readonly ExaminedPage[];
}

/** Bytes in, page reports out. Throws a `CodedError` with status 4xx for input that cannot be read. */
export interface Examiner {
  examine(input: { name: string; bytes: Uint8Array; masks?: boolean }): Promise<ExamineResult>;
  close(): Promise<void>;
}
