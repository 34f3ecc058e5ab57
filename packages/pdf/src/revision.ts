import type { PdfDict } from './values.ts';
import type { Entry } from './xref.ts';

/** What one save of the file added: the original, or an incremental update (ISO 32000-2, 7.5.6). */
export interface Revision {
  readonly endOffset: number;
  readonly entries: ReadonlyMap<number, Entry>;
  readonly trailer: PdfDict;
}
