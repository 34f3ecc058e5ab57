import { constants, inflateSync } from 'node:zlib';
import {
  dictOf,
  integerOf,
  isArray,
  nameOf,
  type PdfDict,
  type PdfStream,
  PdfSyntaxError,
} from './values.ts';

/** How much structure data one file may inflate to, in bytes, all streams together. */
export const INFLATE_BUDGET = 128 * 1024 * 1024;

/** Decodes the structure streams of one file; shares one budget, so that a bomb stops early. */
export class StreamDecoder {
  #left: number;

  constructor(budget = INFLATE_BUDGET) {
    this.#left = budget;
  }

  /** Flate with predictors or no filter at all: what cross-reference, object and metadata streams use. */
  decode(stream: PdfStream): Uint8Array {
    const names = filterNames(stream);
    if (names.length === 0) return stream.data;
    if (names.length > 1 || names[0] !== 'FlateDecode') throw new PdfSyntaxError(`filter ${names.join(' ')}`);
    const parameters = stream.dict.get('DecodeParms');
    return unpredict(this.#inflate(stream.data), dictOf(isArray(parameters) ? parameters[0] : parameters));
  }

  /** A content stream's bytes, null where it decodes to more than `limit`. Leaves the budget alone. */
  content(stream: PdfStream, limit: number): Uint8Array | null {
    const names = filterNames(stream);
    if (names.length === 0) return stream.data.length <= limit ? stream.data : null;
    if (names[0] !== 'FlateDecode') throw new PdfSyntaxError(`filter ${names.join(' ')}`);
    try {
      return inflateSync(stream.data, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') return null;
      throw new PdfSyntaxError('a stream does not inflate', { cause: error });
    }
  }

  #inflate(data: Uint8Array): Uint8Array {
    try {
      const out = inflateSync(data, {
        maxOutputLength: Math.max(1, this.#left),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      this.#left -= out.length;
      return out;
    } catch (error) {
      throw new PdfSyntaxError('a stream does not inflate', { cause: error });
    }
  }
}

function filterNames({ dict }: PdfStream): (string | null)[] {
  const filter = dict.get('Filter');
  return (isArray(filter) ? filter : filter === undefined ? [] : [filter]).map(nameOf);
}

/** PNG predictors (ISO 32000-2, 7.4.4.4): each row begins with its filter type. */
function unpredict(data: Uint8Array, parameters: PdfDict | null): Uint8Array {
  const predictor = integerOf(parameters?.get('Predictor')) ?? 1;
  if (predictor < 10) return data;
  const columns = integerOf(parameters?.get('Columns')) ?? 1;
  if (columns < 1 || columns > 1024) throw new PdfSyntaxError(`a row of ${columns} columns`);
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const type = data[row * (columns + 1)]!;
    for (let i = 0; i < columns; i++) {
      const to = row * columns + i;
      const left = i > 0 ? out[to - 1]! : 0;
      const up = row > 0 ? out[to - columns]! : 0;
      const upLeft = row > 0 && i > 0 ? out[to - columns - 1]! : 0;
      out[to] = data[row * (columns + 1) + 1 + i]! + predict(type, left, up, upLeft);
    }
  }
  return out;
}

function predict(type: number, left: number, up: number, upLeft: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  if (type !== 4) return 0;
  const estimate = left + up - upLeft;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
