import { Parser } from './parser.ts';
import { integerOf, isDict, PdfRef, PdfStream, PdfSyntaxError, type PdfValue } from './values.ts';

/** An indirect object as it stands in the file. */
export interface IndirectObject {
  readonly number: number;
  readonly value: PdfValue;
  /** Where the parser stopped: behind the value, or at the start of a stream's data. */
  readonly end: number;
}

/**
 * Reads `n g obj … endobj` at a byte offset. `lengthOf` resolves a stream's indirect Length; where the length does not
 * lead to `endstream`, the next `endstream` ends it, as readers do. Throws PdfSyntaxError.
 */
export function readIndirectObject(
  bytes: Uint8Array,
  offset: number,
  lengthOf: (ref: PdfRef) => number | null,
): IndirectObject {
  if (offset < 0 || offset >= bytes.length)
    throw new PdfSyntaxError(`offset ${offset} lies outside the file`);
  const parser = new Parser(bytes, offset);
  const { number, value } = parse(parser);
  if (!isDict(value) || !parser.accept('stream')) return { number, value, end: parser.at };
  const start = afterEol(bytes, parser.at);
  const declared = value.get('Length');
  const length = declared instanceof PdfRef ? lengthOf(declared) : integerOf(declared);
  const data = bytes.subarray(start, streamEnd(bytes, start, length));
  return { number, value: new PdfStream(value, data), end: start };
}

/** A failure tells how far the parser came: what it cost. */
function parse(parser: Parser): Pick<IndirectObject, 'number' | 'value'> {
  const start = parser.at;
  try {
    const number = parser.integer();
    parser.integer();
    if (!parser.accept('obj')) throw new PdfSyntaxError(`no object at ${start}`);
    return { number, value: parser.value() };
  } catch (error) {
    if (error instanceof PdfSyntaxError) error.at = parser.at;
    throw error;
  }
}

function afterEol(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) return at + 2;
  return bytes[at] === 0x0a || bytes[at] === 0x0d ? at + 1 : at;
}

function streamEnd(bytes: Uint8Array, start: number, length: number | null): number {
  if (length !== null && start + length <= bytes.length) {
    const parser = new Parser(bytes, start + length);
    if (parser.accept('endstream')) return start + length;
  }
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(
    'endstream',
    start,
    'latin1',
  );
  return found < 0 ? bytes.length : found;
}
