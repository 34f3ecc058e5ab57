import type { ChangeList } from './report.ts';
import type { Sides } from './sides.ts';

/** How the file is stored, or compared elsewhere. */
const STORAGE: ReadonlySet<string> = new Set([
  'Root',
  'Size',
  'Prev',
  'ID',
  'XRefStm',
  'Type',
  'W',
  'Index',
  'Filter',
  'DecodeParms',
  'Length',
]);

/** The trailer (ISO 32000-2, table 15): its information dictionary may change, encryption and unknown entries may not. */
export function compareTrailers(sides: Sides, changes: ChangeList): void {
  const { trailer: was } = sides.was;
  const { trailer: is } = sides.is;
  for (const key of sides.differing(was, is, STORAGE)) {
    if (key === 'Info') changes.add('metadata', true);
    else if (key === 'Encrypt' || is.has(key)) changes.add('trailer', false, null, key);
  }
}
