// RFC 4180: fields in quotes may hold commas, quotes and line ends.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { errors } from '../../errors.ts';

export interface CsvRow {
  /** Fields by the names of the header. */
  readonly fields: Readonly<Record<string, string>>;
  /** Number of the record, the first after the header being 1. */
  readonly number: number;
  /** Hexadecimal SHA-256 of the record as it stands in the file, without its line end. */
  sha256(): string;
}

/** The records of a file, as they are read: the file may be larger than memory. @throws CodedError `cli.file-unreadable`, `cli.column-missing` */
export async function* readCsv(file: string, columns: readonly string[]): AsyncGenerator<CsvRow> {
  let head: string[] | null = null;
  let number = 0;
  for await (const record of records(file)) {
    const values = fieldsOf(record);
    if (!head) {
      head = values.map((name) => name.trim());
      const missing = columns.find((column) => !head!.includes(column));
      if (missing) throw errors('cli.column-missing', { file, column: missing });
      continue;
    }
    if (record === '') continue;
    number++;
    const fields = Object.fromEntries(head.map((name, i) => [name, values[i] ?? '']));
    yield { fields, number, sha256: () => createHash('sha256').update(record).digest('hex') };
  }
}

async function* records(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 });
  let rest = '';
  try {
    let first = true;
    for await (const chunk of stream) {
      rest += first ? (chunk as string).replace(/^\ufeff/, '') : chunk;
      first = false;
      let start = 0;
      // An end of line within quotes, of which there is an odd number before it, is part of a field.
      for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', end + 1)) {
        const record = rest.slice(start, end);
        if (quotes(record) % 2 === 1) continue;
        yield record.replace(/\r$/, '');
        start = end + 1;
      }
      rest = rest.slice(start);
    }
  } catch (cause) {
    const { message } = cause as Error;
    throw errors('cli.file-unreadable', { file, detail: message }, { cause });
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

const quotes = (text: string) => (text.includes('"') ? text.split('"').length - 1 : 0);

function fieldsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(',');
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain! : quoted.replaceAll('""', '"'),
  );
}
