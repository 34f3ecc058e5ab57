import { errors } from '../../errors.ts';
import { type FindRow, note, type RawRow } from './rows.ts';

const COMMA = 44;
const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where in its line a byte stands: line and column from 1, in bytes. */
function place(bytes: Uint8Array, rowStart: number, at: number, { line }: RawRow) {
  let begin = rowStart;
  let lines = line;
  for (let i = rowStart; i < at; i++)
    if (bytes[i] === LF) {
      lines++;
      begin = i + 1;
    }
  return { line: lines, column: at - begin + 1 };
}

/** Where the closing quote stands, from behind the opening one; −1 where the bytes end before. Doubled quotes are counted in `seen`. */
function closingQuote(bytes: Uint8Array, from: number, to: number, seen: { doubled: number }): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE || at + 1 >= to) return at;
    seen.doubled++;
    at++;
  }
  return -1;
}

/** Takes one of each two quotes off a field; only once its row is whole, for a row cut by the buffer's end is read again. */
function halveQuotes(row: RawRow, field: number): void {
  const { bytes, starts, ends } = row;
  let write = starts[field]!;
  for (let read = write; read < ends[field]!; read++) {
    bytes[write++] = bytes[read]!;
    if (bytes[read] === QUOTE) read++;
  }
  ends[field] = write;
}

/**
 * Rows of comma-separated values (RFC 4180): CRLF or LF, quoted fields with doubled quotes, line breaks within quotes. An empty
 * line is no row. The fast way is a field without quotes, which is only cut out.
 * @throws CodedError `gangs.csv-quote-open`, `gangs.csv-quote-stray`
 */
export const commaRows =
  (file: string): FindRow =>
  (bytes, from, to, final, row) => {
    row.fields = 0;
    const quoted: number[] = [];
    const stray = (at: number) => errors('gangs.csv-quote-stray', { file, ...place(bytes, from, at, row) });
    let at = from;
    for (;;) {
      let start = at;
      let end: number;
      if (at < to && bytes[at] === QUOTE) {
        const seen = { doubled: 0 };
        start = at + 1;
        end = closingQuote(bytes, start, to, seen);
        // A quote that ends the buffer may be the first of two.
        if (!final && (end < 0 || end + 1 >= to)) return -1;
        if (end < 0) throw errors('gangs.csv-quote-open', { file, ...place(bytes, from, at, row) });
        if (seen.doubled > 0) quoted.push(row.fields);
        at = end + 1;
        const next = bytes[at];
        if (at < to && next !== COMMA && next !== LF && next !== CR) throw stray(at);
        if (next === CR && at < to) at++;
      } else {
        let byte = 0;
        for (; at < to; at++) {
          byte = bytes[at]!;
          if (byte === COMMA || byte === LF || byte === QUOTE) break;
        }
        if (at < to && byte === QUOTE) throw stray(at);
        const crlf = at > start && (at === to || byte === LF) && bytes[at - 1] === CR;
        end = crlf ? at - 1 : at;
      }
      if (at >= to && !final) return -1;
      const more = at < to && bytes[at] === COMMA;
      const nothing = row.fields === 0 && start === from && end === start && !more;
      if (!nothing) note(row, start, end);
      if (at < to) at++;
      if (more) continue;
      for (const field of quoted) halveQuotes(row, field);
      return at;
    }
  };
