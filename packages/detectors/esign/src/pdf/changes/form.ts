import type { Permissions } from '../permissions.ts';
import { compareField, judgeNewField } from './fields.ts';
import type { ChangeList } from './report.ts';
import type { Sides } from './sides.ts';

/** Settings of the form that show nothing (ISO 32000-2, table 224). */
const SETTINGS: ReadonlySet<string> = new Set(['Fields', 'SigFlags', 'NeedAppearances']);
/** Defaults that a program adds when it fills in or signs the first time. */
const DEFAULTS: ReadonlySet<string> = new Set(['DA', 'Q']);

/** The interactive form: its fields by name, and what they share. */
export function compareForms(sides: Sides, permissions: Permissions, changes: ChangeList): void {
  const { form: was } = sides.was;
  const { form: is } = sides.is;
  const [older, newer] = [was.dict ?? new Map(), is.dict ?? new Map()];
  for (const key of sides.differing(older, newer, SETTINGS)) {
    const added = !older.has(key);
    if (key === 'DR' ? !resourcesAdded(sides) : !(DEFAULTS.has(key) && added))
      changes.add('form-altered', false, null, key);
  }
  const names = Map.groupBy(is.fields, ({ name }) => name);
  for (const [name, group] of Map.groupBy(was.fields, (field) => field.name)) {
    const others = names.get(name) ?? [];
    group.forEach((field, i) => {
      const other = others.find(({ number }) => number !== null && number === field.number) ?? others[i];
      if (other) compareField(sides, field, other, permissions, changes);
      else changes.add('field-removed', false, null, name);
    });
    if (others.length > group.length) changes.add('field-added', false, null, name);
    names.delete(name);
  }
  for (const field of [...names.values()].flat()) judgeNewField(sides, field, permissions, changes);
  for (const [name, group] of was.groups) {
    const other = is.groups.get(name);
    if (other && sides.differing(group, other, GROUP).length > 0)
      changes.add('field-altered', false, null, name);
  }
}

const GROUP: ReadonlySet<string> = new Set(['Kids', 'Parent', 'V', 'Ff', 'DA', 'Q']);

/** What a default appearance cannot name; appearances bring their own. */
const UNNAMED: ReadonlySet<string> = new Set(['XObject', 'ProcSet']);

/** Resources by category and name: new ones beside the old, none of the old another. */
function resourcesAdded(sides: Sides): boolean {
  const was = sides.oldDict(sides.was.form.dict?.get('DR')) ?? new Map();
  const is = sides.newDict(sides.is.form.dict?.get('DR'));
  if (!is) return false;
  return [...was].every(([category, resources]) => {
    if (UNNAMED.has(category)) return true;
    const older = sides.oldDict(resources);
    const newer = sides.newDict(is.get(category));
    if (!older || !newer) return sides.same(resources, is.get(category));
    return [...older].every(([name, resource]) => sides.same(resource, newer.get(name)));
  });
}
