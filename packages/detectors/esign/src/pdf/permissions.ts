import { dictOf, integerOf, isArray, nameOf, type PdfDict, PdfString, type PdfValue } from '@jianzhen/pdf';
import type { State } from './changes/sides.ts';
import { textOf } from './text.ts';

/** What signatures allow to be done to the document after them. */
export interface Permissions {
  /**
   * DocMDP's P (ISO 32000-2, table 257): 1 nothing, 2 forms and signatures, 3 annotations besides. Null without a
   * certification: then what would do no harm to anybody's signature is allowed.
   */
  readonly level: 1 | 2 | 3 | null;
  /** Whether a field's value is locked, by its full name. */
  locked(name: string): boolean;
}

type Lock = (name: string) => boolean;

/** No honest file comes near. */
const MAX_SIGNED = 200;
const MAX_NAMES = 10_000;
const MAX_DEPTH = 32;

/**
 * Permissions of the signatures in a state of the document, taken together: the strictest DocMDP, and every field that a
 * FieldMDP or the lock dictionary of a signed field names (12.8.2.2, 12.8.2.4, table 235).
 */
export function permissionsOf(state: State): Permissions {
  const { history, k, catalog, form } = state;
  const resolve = (value: PdfValue | undefined) => history.resolve(value, k);
  const certification = dictOf(resolve(dictOf(resolve(catalog.get('Perms')))?.get('DocMDP')));
  const signed = form.fields
    .filter(({ type, value }) => type === 'Sig' && dictOf(resolve(value)) !== null)
    .slice(0, MAX_SIGNED)
    .map((field) => ({ lock: dictOf(resolve(field.dict.get('Lock'))), value: dictOf(resolve(field.value)) }));
  const levels: number[] = [];
  const locks: Lock[] = [];
  const dictionaries = [certification, ...signed.map(({ value }) => value)].filter((dict) => dict !== null);
  for (const dict of dictionaries) {
    for (const { method, parameters } of referencesOf(dict, resolve)) {
      if (method === 'DocMDP') levels.push(integerOf(resolve(parameters.get('P'))) ?? 2);
      if (method === 'FieldMDP') locks.push(lockOf(parameters, resolve));
    }
  }
  for (const { lock } of signed) {
    if (!lock) continue;
    locks.push(lockOf(lock, resolve));
    const level = integerOf(resolve(lock.get('P')));
    if (level !== null) levels.push(level);
  }
  const strictest = levels.filter((level) => level >= 1 && level <= 3).sort()[0] as 1 | 2 | 3 | undefined;
  return { level: strictest ?? null, locked: (name) => locks.some((lock) => lock(name)) };
}

function referencesOf(dict: PdfDict, resolve: (value: PdfValue | undefined) => PdfValue) {
  const references = resolve(dict.get('Reference'));
  return (isArray(references) ? references.slice(0, MAX_DEPTH) : []).flatMap((item) => {
    const reference = dictOf(resolve(item));
    if (!reference) return [];
    const method = nameOf(resolve(reference.get('TransformMethod')));
    return [{ method, parameters: dictOf(resolve(reference.get('TransformParams'))) ?? new Map() }];
  });
}

/** `a` and `a.b` of `a.b.c`. */
function groupsOf(name: string): string[] {
  const parts = name.split('.').slice(0, MAX_DEPTH);
  return parts.slice(1).map((_, i) => parts.slice(0, i + 1).join('.'));
}

/** An action that is not known locks everything. */
function lockOf(dict: PdfDict, resolve: (value: PdfValue | undefined) => PdfValue): Lock {
  const action = nameOf(resolve(dict.get('Action')));
  const list = resolve(dict.get('Fields'));
  const names = new Set(
    (isArray(list) ? list.slice(0, MAX_NAMES) : []).flatMap((item) => {
      const name = resolve(item);
      return name instanceof PdfString ? [textOf(name.bytes)] : [];
    }),
  );
  const listed = (name: string) => names.has(name) || groupsOf(name).some((group) => names.has(group));
  if (action === 'Include') return listed;
  if (action === 'Exclude') return (name) => !listed(name);
  return () => true;
}
