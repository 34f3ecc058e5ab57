import type { Span } from './byte-range.ts';

/** A Contents string where it lies in the file. */
export interface Contents {
  /** Delimiters included. */
  readonly span: Span;
  readonly bytes: Uint8Array;
}

/** Bytes of the file behind an object's offset in which its Contents must begin. */
const MAX_HEAD = 8 * 1024 * 1024;

/**
 * The hexadecimal Contents string of the signature dictionary that starts at `offset`, whose value is known to be
 * `expected`: the last in the object that decodes to it. Null where the dictionary's string lies nowhere in the file as
 * such, as in an object stream.
 */
export function locateContents(file: Uint8Array, offset: number, expected: Uint8Array): Contents | null {
  const buffer = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const limit = Math.min(file.length, offset + MAX_HEAD);
  const word = buffer.subarray(offset, limit).indexOf('endobj', 0, 'latin1');
  const object = word < 0 ? limit : offset + word;
  let close = -1;
  for (let at = offset; ; ) {
    const key = buffer.indexOf('/Contents', at, 'latin1');
    if (key < 0 || key >= object) return null;
    at = key + '/Contents'.length;
    let start = at;
    while (start < object && isBlank(buffer[start]!)) start++;
    if (buffer[start] !== 0x3c || buffer[start + 1] === 0x3c) continue;
    if (close < start) close = buffer.indexOf('>', start, 'latin1');
    if (close < 0 || close >= object) return null;
    const next = buffer.indexOf('<', start + 1, 'latin1');
    if (next >= 0 && next < close) continue;
    const digits = buffer.toString('latin1', start + 1, close).replace(/[^0-9a-f]/gi, '');
    const bytes = Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex');
    if (bytes.equals(expected)) return { span: { start, end: close + 1 }, bytes };
  }
}

const isBlank = (byte: number) => byte === 0x20 || byte === 0 || (byte >= 9 && byte <= 13);

/** A DER value without the zeros that fill up its place; as it is where its length is indefinite or makes no sense. */
export function withoutPadding(bytes: Uint8Array): Uint8Array {
  const first = bytes[1];
  if (first === undefined || first === 0x80) return bytes;
  if (first < 0x80) return bytes.subarray(0, 2 + first);
  const digits = first & 0x7f;
  if (digits > 4) return bytes;
  let length = 0;
  for (let i = 0; i < digits; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  return 2 + digits + length <= bytes.length ? bytes.subarray(0, 2 + digits + length) : bytes;
}
