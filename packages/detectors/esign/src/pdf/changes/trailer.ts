import { isArray, isDict, type PdfDict, PdfRef, PdfStream, type PdfValue } from '@jianzhen/pdf';
import type { ChangeList } from './report.ts';
import type { Sides, State } from './sides.ts';

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
  'Encrypt',
]);

/**
 * Trailers (ISO 32000-2, table 15): the information dictionary may change, encryption and unknown entries may not. An
 * update may leave entries out and a later one bring them back.
 */
export function compareTrailers(sides: Sides, changes: ChangeList): void {
  for (const key of sides.differing(entriesEver(sides.was), entriesEver(sides.is), STORAGE)) {
    if (key === 'Info') changes.add('metadata', true);
    else if (
      leadsSomewhere(sides.is.trailer.get(key)) &&
      !(key === 'AdditionalStreams' && leadsNowhere(sides))
    )
      changes.add('trailer', false, null, key);
  }
  if (!sides.same(sides.was.trailer.get('Encrypt'), sides.is.trailer.get('Encrypt')))
    changes.add('trailer', false, null, 'Encrypt');
}

/** A name or a number that nobody knows does nothing. */
function leadsSomewhere(value: PdfValue | undefined): boolean {
  return value instanceof PdfRef || isDict(value) || isArray(value);
}

/** LibreOffice's reference to the document that the PDF was made from: tools that renumber objects break it. */
function leadsNowhere(sides: Sides): boolean {
  const streams = sides.newList(sides.is.trailer.get('AdditionalStreams'));
  return !streams.some((item) => sides.new(item) instanceof PdfStream);
}

/** Entries of all trailers up to a state, the newest of each. */
function entriesEver({ history, k }: State): PdfDict {
  const entries = new Map<string, PdfValue>();
  for (let i = 0; i <= k; i++)
    for (const [key, value] of history.revisions[i]!.trailer) entries.set(key, value);
  return entries;
}
