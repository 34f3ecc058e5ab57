import { integerOf, nameOf, type PdfDict } from '@jianzhen/pdf';
import type { Field, Widget } from '../fields.ts';
import type { Permissions } from '../permissions.ts';
import { appearanceIsShared, drawsSomething } from './appearances.ts';
import type { ChangeList } from './report.ts';
import type { Sides } from './sides.ts';

/** The way up and down, and the place in the structure tree. */
const LINKS: ReadonlySet<string> = new Set(['Parent', 'Kids', 'P', 'StructParent']);
/** What filling in writes (ISO 32000-2, tables 226, 228, 234). */
const FILLED: ReadonlySet<string> = new Set(['V', 'AP', 'AS', 'I', 'RV', 'M', 'DA', 'Q']);
/** What signing writes besides: flags, border and colours in place of an invitation to sign, resources. */
const SIGNED: ReadonlySet<string> = new Set([...FILLED, 'F', 'MK', 'DR', 'BS', 'Border', 'H', 'NM']);
const READ_ONLY = 1;

/** A field that was there when the document was signed. */
export function compareField(
  sides: Sides,
  was: Field,
  is: Field,
  permissions: Permissions,
  changes: ChangeList,
): void {
  const page = pageOf(sides, is);
  const { name } = was;
  const forbid = (kind: 'field-altered' | 'field-removed' | 'appearance') => {
    changes.add(kind, false, page, name);
  };
  if (was.type !== is.type) {
    forbid('field-altered');
    return;
  }
  const filled = !sides.same(was.value, is.value);
  const signing = was.type === 'Sig' && filled && sides.oldDict(was.value) === null;
  const differing = new Set(differences(sides, was.dict, is.dict));
  for (const [before, after] of widgetPairs(was, is)) {
    if (!before || !after) {
      if (before || !signing) forbid(before ? 'field-removed' : 'field-altered');
      continue;
    }
    for (const key of differences(sides, before.dict, after.dict)) differing.add(key);
    if (differing.has('AP') && appearanceIsShared(sides, before)) forbid('appearance');
  }
  if (filled) judgeFilling(sides, was, is, page, permissions, changes);
  const expected = filled && !signing ? FILLED : SIGNED;
  if ([...differing].some((key) => !expected.has(key))) forbid('field-altered');
  // Whoever did not fill in the field had no business with what it shows.
  else if (!filled && differing.size > 0) forbid('appearance');
}

function judgeFilling(
  sides: Sides,
  was: Field,
  is: Field,
  page: number | null,
  permissions: Permissions,
  changes: ChangeList,
): void {
  const allowed = permissions.level !== 1 && !permissions.locked(was.name);
  const value = sides.newDict(is.value);
  if (was.type !== 'Sig') changes.add('form-field', allowed, page, was.name);
  else if (!value) changes.add('signature-removed', false, page, was.name);
  else if (sides.oldDict(was.value)) changes.add('signature-replaced', false, page, was.name);
  else addSignature(value, is, page, allowed, changes);
}

/** A field that was not there: it must be a signature's. */
export function judgeNewField(
  sides: Sides,
  field: Field,
  permissions: Permissions,
  changes: ChangeList,
): void {
  const page = pageOf(sides, field);
  const value = sides.newDict(field.value);
  // Unsigned, it says nothing yet; if it shows something, that is content without a signature.
  const shows = field.widgets.some((widget) => drawsSomething(sides, widget.dict));
  if (field.type === 'Sig' && value) addSignature(value, field, page, permissions.level !== 1, changes);
  else if (field.type !== 'Sig' || shows) changes.add('field-added', false, page, field.name);
  else {
    const { level } = permissions;
    const allowed = level === null || level === 3 || (level === 2 && page === null);
    changes.add('signature-field', allowed, page, field.name);
  }
}

function addSignature(
  value: PdfDict,
  field: Field,
  page: number | null,
  allowed: boolean,
  changes: ChangeList,
): void {
  const timestamp = nameOf(value.get('SubFilter')) === 'ETSI.RFC3161';
  if (!value.has('ByteRange') || !value.has('Contents')) changes.add('field-added', false, page, field.name);
  else changes.add(timestamp ? 'timestamp' : 'signature', timestamp || allowed, page, field.name);
}

/** Keys that differ, what may always differ left out. */
function differences(sides: Sides, was: PdfDict, is: PdfDict): string[] {
  return sides.differing(was, is, LINKS).filter((key) => {
    // A field that gets a lock with its signature; a lock that was there stays.
    if (key === 'Lock') return was.has(key) || !is.has('V');
    if (key === 'Type') return !(was.get(key) === undefined && nameOf(is.get(key)) === 'Annot');
    if (key !== 'Ff') return true;
    // A signature may set the fields that it locks to read-only.
    const [before, after] = [integerOf(sides.old(was.get(key))) ?? 0, integerOf(sides.new(is.get(key))) ?? 0];
    return (before | READ_ONLY) !== after;
  });
}

function widgetPairs(was: Field, is: Field): [Widget | undefined, Widget | undefined][] {
  const older = new Map(was.widgets.map((widget, i) => [widget.number ?? -1 - i, widget]));
  const newer = new Map(is.widgets.map((widget, i) => [widget.number ?? -1 - i, widget]));
  return [...new Set([...older.keys(), ...newer.keys()])].map((key) => [older.get(key), newer.get(key)]);
}

/** 1-based page of the first widget that lies on one. */
function pageOf(sides: Sides, field: Field): number | null {
  const { pageOf: pages } = sides.is;
  const index = field.widgets.map(({ number }) => pages.get(number ?? -1)).find((page) => page !== undefined);
  return index === undefined ? null : index + 1;
}
