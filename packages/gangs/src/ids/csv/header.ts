import { errors } from '../../errors.ts';
import type { RawRow } from './rows.ts';
import { fieldText } from './text.ts';

/**
 * Places of the named columns in a header; other columns are left alone.
 * @throws CodedError `gangs.csv-columns-missing`
 */
export function columnPlaces(file: string, header: RawRow, columns: readonly string[]): number[] {
  const names = Array.from({ length: header.fields }, (_, i) => fieldText(file, header, i).trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw errors('gangs.csv-columns-missing', { file, missing: missing.join(', '), header: names.join(',') });
  return columns.map((column) => names.indexOf(column));
}
