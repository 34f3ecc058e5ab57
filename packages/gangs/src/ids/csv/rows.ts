import { errors } from '../../errors.ts';

/** Longest row that is read: a quote that is never closed must not take the whole file into memory. */
export const ROW_LIMIT = 1 << 20;

/** A row as it lies in a buffer; valid until the next one. */
export interface RawRow {
  bytes: Uint8Array;
  /** Field `i` is `bytes[starts[i], ends[i])`, quotes taken off. */
  starts: Int32Array;
  ends: Int32Array;
  fields: number;
  /** Line on which it begins, from 1. */
  line: number;
}

/** Finds the row that begins at `from`, fills `row`, and answers where the next begins; −1 where the buffer ends before the row does. */
export type FindRow = (bytes: Uint8Array, from: number, to: number, final: boolean, row: RawRow) => number;

/** Bytes in chunks as rows of fields, one buffer for all; `take` is called for every row. */
export async function eachRow(
  file: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  find: FindRow,
  take: (row: RawRow) => void,
): Promise<void> {
  let buffer = new Uint8Array(1 << 17);
  let length = 0;
  const row: RawRow = {
    bytes: buffer,
    starts: new Int32Array(16),
    ends: new Int32Array(16),
    fields: 0,
    line: 1,
  };
  const scan = (final: boolean) => {
    let from = 0;
    row.bytes = buffer;
    while (from < length) {
      const next = find(buffer, from, length, final, row);
      if (next < 0) break;
      if (row.fields > 0) take(row);
      for (let i = from; i < next; i++) if (buffer[i] === 10) row.line++;
      from = next;
    }
    if (length - from > ROW_LIMIT)
      throw errors('gangs.csv-row-too-long', { file, line: row.line, limit: ROW_LIMIT });
    buffer.copyWithin(0, from, length);
    length -= from;
  };
  let first = true;
  for await (const chunk of chunks) {
    // A large chunk is taken in pieces, so that the buffer stays small.
    for (let at = 0; at < chunk.length; at += buffer.length >> 1) {
      const piece = chunk.subarray(at, at + (buffer.length >> 1));
      if (length + piece.length > buffer.length) {
        const larger = new Uint8Array(2 * (length + piece.length));
        larger.set(buffer.subarray(0, length));
        buffer = larger;
      }
      buffer.set(piece, length);
      length += piece.length;
      if (first && length >= 3) {
        first = false;
        if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
          buffer.copyWithin(0, 3, length);
          length -= 3;
        }
      }
      scan(false);
    }
  }
  scan(true);
}

/** Notes a field's place; the columns grow with the widest row. */
export function note(row: RawRow, start: number, end: number): void {
  if (row.fields === row.starts.length) {
    const [starts, ends] = [new Int32Array(2 * row.fields), new Int32Array(2 * row.fields)];
    starts.set(row.starts);
    ends.set(row.ends);
    row.starts = starts;
    row.ends = ends;
  }
  row.starts[row.fields] = start;
  row.ends[row.fields++] = end;
}
