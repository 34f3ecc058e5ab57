import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { errors } from './errors.ts';

/** A text to examine and what it is called in the output: its file, or its id in a table. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

export interface TextColumns {
  readonly id: string;
  readonly text: string;
}

/** Node's decoders: WHATWG Encoding Standard. GB 18030 holds GBK and GB 2312. */
const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });
const utf16 = new TextDecoder('utf-16le', { fatal: true });

/** Text of a file in UTF-8, GBK, or UTF-16 with its mark. @throws CodedError `cli.not-text` */
export function decodeText(file: string, bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const decoder of marked ? [utf16] : [utf8, gb18030]) {
    try {
      const text = decoder.decode(bytes);
      // What has a zero byte in it is no text, whatever it decodes to.
      if (!text.includes('\0')) return text;
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  throw errors('cli.not-text', { file });
}

/**
 * The texts of a file: the whole of it, or each row of a table (`.csv` with a header, `.ndjson`, `.jsonl`).
 * @throws CodedError `cli.not-text`, `cli.table-unreadable`, `cli.column-missing`
 */
export function textsOf(file: string, bytes: Uint8Array, columns: TextColumns): NamedText[] {
  const text = decodeText(file, bytes);
  const kind = extname(file).toLowerCase();
  if (kind === '.csv') return named(file, csvRows(file, text), columns);
  if (kind === '.ndjson' || kind === '.jsonl') return named(file, jsonRows(file, text), columns);
  return [{ name: file, text }];
}

type Row = Readonly<Record<string, unknown>>;

function csvRows(file: string, text: string): Row[] {
  try {
    return parse(text, { columns: true, skip_empty_lines: true, bom: true });
  } catch (cause) {
    throw errors('cli.table-unreadable', { file, detail: (cause as Error).message }, { cause });
  }
}

function jsonRows(file: string, text: string): Row[] {
  return text.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      const row: unknown = JSON.parse(line);
      if (typeof row === 'object' && row !== null) return [row as Row];
    } catch {
      // Told below, like a line that holds no object.
    }
    throw errors('cli.table-unreadable', { file, detail: `line ${i + 1}` });
  });
}

const named = (file: string, rows: readonly Row[], columns: TextColumns): NamedText[] =>
  rows.map((row) => {
    for (const column of [columns.id, columns.text])
      if (!['string', 'number'].includes(typeof row[column]))
        throw errors('cli.column-missing', { file, column });
    return { name: String(row[columns.id]), text: String(row[columns.text]) };
  });
