import { errors } from '../../errors.ts';
import type { RawRow } from './rows.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * A field as text.
 * @throws CodedError `gangs.csv-not-utf8`
 */
export function fieldText(file: string, { bytes, starts, ends, line }: RawRow, field: number): string {
  const from = starts[field]!;
  const to = ends[field]!;
  // ASCII, which most fields are, needs no decoder.
  let text = '';
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte > 127) {
      try {
        return decoder.decode(bytes.subarray(from, to));
      } catch (cause) {
        throw errors('gangs.csv-not-utf8', { file, line, column: field + 1 }, { cause });
      }
    }
    text += String.fromCharCode(byte);
  }
  return text;
}
