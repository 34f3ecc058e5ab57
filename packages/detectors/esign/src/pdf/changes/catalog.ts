import { PdfStream } from '@jianzhen/pdf';
import type { Permissions } from '../permissions.ts';
import { compareForms } from './form.ts';
import { comparePages } from './pages.ts';
import type { ChangeList } from './report.ts';
import type { Sides } from './sides.ts';
import { structureKept } from './structure.ts';

/** Entries of a document security store (EN 319 142-1, 5.4.2.2). */
const DSS_ENTRIES: ReadonlySet<string> = new Set(['Type', 'VRI', 'Certs', 'OCSPs', 'CRLs']);
const DECLARATIONS: ReadonlySet<string> = new Set(['Extensions', 'Version', 'MarkInfo']);

/** The document catalogue (ISO 32000-2, table 29), entry by entry. */
export function compareCatalogs(sides: Sides, permissions: Permissions, changes: ChangeList): void {
  const [was, is] = [sides.was.catalog, sides.is.catalog];
  comparePages(sides, permissions, changes);
  compareForms(sides, permissions, changes);
  for (const key of sides.differing(was, is, new Set(['Pages', 'AcroForm']))) {
    if (key === 'DSS') changes.add('validation-data', isSecurityStore(sides));
    else if (key === 'Metadata' && isStreamOrGone(sides, key)) changes.add('metadata', true);
    else if (DECLARATIONS.has(key)) changes.add('extensions', true, null, key);
    else if (key === 'StructTreeRoot' && structureKept(sides)) changes.add('structure', true);
    else if (key === 'Names' && onlyAppearancesAdded(sides))
      changes.add('annotation', permissions.level === null || permissions.level === 3, null, 'AP');
    else changes.add('catalogue', false, null, key);
  }
}

function isSecurityStore(sides: Sides): boolean {
  const store = sides.newDict(sides.is.catalog.get('DSS'));
  return store !== null && [...store.keys()].every((key) => DSS_ENTRIES.has(key));
}

function isStreamOrGone(sides: Sides, key: string): boolean {
  const value = sides.new(sides.is.catalog.get(key));
  return value === null || value instanceof PdfStream;
}

/** Icons of annotations by name. */
function onlyAppearancesAdded(sides: Sides): boolean {
  const was = sides.oldDict(sides.was.catalog.get('Names')) ?? new Map();
  const is = sides.newDict(sides.is.catalog.get('Names'));
  if (!is) return false;
  return !was.has('AP') && sides.differing(was, is).every((key) => key === 'AP');
}
