import { nameOf, type PageNode, type PdfDict, PdfRef, PdfStream, type PdfValue } from '@jianzhen/pdf';
import type { Permissions } from '../permissions.ts';
import type { ChangeList } from './report.ts';
import type { Sides, State } from './sides.ts';

/** Markup annotations (ISO 32000-2, 12.5.6.2) and their pop-ups: notes about a document, no part of it. */
const MARKUP: ReadonlySet<string> = new Set([
  'Text',
  'FreeText',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Stamp',
  'Ink',
  'FileAttachment',
  'Popup',
]);
/** Those that are made to show text or pictures (Rohlmann et al. 2021, table 2). */
const SHOWING: ReadonlySet<string> = new Set(['FreeText', 'Stamp']);
const SHAPES: ReadonlySet<string> = new Set(['Square', 'Circle', 'Polygon', 'Line', 'PolyLine', 'Ink']);
const MAX_APPEARANCE = 1_000_000;

/** The annotations of one page. Those of form fields are compared with their fields. */
export function compareAnnotations(
  sides: Sides,
  was: PageNode,
  is: PageNode,
  page: number,
  permissions: Permissions,
  changes: ChangeList,
): void {
  const older = sides.oldList(was.dict.get('Annots'));
  const newer = sides.newList(is.dict.get('Annots'));
  const old = new Map(older.flatMap((item) => (item instanceof PdfRef ? [[item.number, item]] : [])));
  const direct = older.filter((item) => !(item instanceof PdfRef));
  const kept = new Set<PdfValue>();
  const order = new Map(older.map((item, i) => [item, i]));
  let last = -1;
  for (const item of newer) {
    if (!sides.spend()) return;
    const before =
      item instanceof PdfRef
        ? old.get(item.number)
        : direct.find((candidate) => !kept.has(candidate) && sides.same(candidate, item));
    if (before !== undefined) {
      const place = order.get(before)!;
      // What comes later is drawn over what comes before.
      if (place < last && !kept.has(before)) changes.add('annotation-altered', false, page, 'order');
      last = Math.max(last, place);
      kept.add(before);
      if (item instanceof PdfRef) compareAnnotation(sides, item, page, permissions, changes);
    } else judgeNew(sides, item, page, permissions, changes);
  }
  for (const item of older) {
    if (!sides.spend()) return;
    const dict = sides.oldDict(item);
    if (kept.has(item) || !dict || isWidgetOfRemovedField(sides, item)) continue;
    const removable = MARKUP.has(typeOf(dict)) && permissions.level === 3;
    changes.add('annotation-removed', removable, page, typeOf(dict));
  }
}

function isWidgetOfRemovedField({ was, is }: Sides, item: PdfValue): boolean {
  return item instanceof PdfRef && was.form.numbers.has(item.number) && !is.form.numbers.has(item.number);
}

function compareAnnotation(
  sides: Sides,
  item: PdfRef,
  page: number,
  permissions: Permissions,
  changes: ChangeList,
): void {
  if (sides.was.form.numbers.has(item.number)) return;
  const [was, is] = [sides.oldDict(item), sides.newDict(item)];
  if (!was && !is) return;
  const differing = was && is ? sides.differing(was, is, ASIDE) : ['Type'];
  if (differing.length === 0) return;
  const type = typeOf(was ?? is!);
  const allowed = permissions.level === 3 && MARKUP.has(type) && !differing.some((key) => ACTIONS.has(key));
  changes.add('annotation-altered', allowed && typeOf(is ?? was!) === type, page, type);
}

/** Where it belongs, and when it was touched. */
const ASIDE: ReadonlySet<string> = new Set(['P', 'StructParent', 'M', 'NM']);
const ACTIONS: ReadonlySet<string> = new Set(['A', 'AA', 'Subtype', 'Type']);

function judgeNew(
  sides: Sides,
  item: PdfValue,
  page: number,
  permissions: Permissions,
  changes: ChangeList,
): void {
  const dict = sides.newDict(item);
  if (!dict) return;
  const type = typeOf(dict);
  if (item instanceof PdfRef && type === 'Widget' && comesWithField(sides, item.number)) return;
  const allowed = permissions.level === null || permissions.level === 3;
  const harmless = MARKUP.has(type) && !dict.has('A') && !dict.has('AA');
  const shows = showsContent(sides, dict, type);
  changes.add(shows ? 'annotation-with-content' : 'annotation', allowed && harmless, page, type);
}

/** Whether a widget comes with a new field, which is judged in its place, or with a signature in one that had no page. */
function comesWithField({ was, is }: Sides, number: number): boolean {
  if (!is.form.numbers.has(number)) return false;
  if (!was.form.numbers.has(number)) return true;
  const holds = ({ form }: State, value: boolean) =>
    form.fields.some(
      (field) =>
        field.type === 'Sig' &&
        field.widgets.some((widget) => widget.number === number) &&
        (field.value !== undefined) === value,
    );
  return !was.pageOf.has(number) && holds(was, false) && holds(is, true);
}

/** Whether an appearance paints text, pictures or shadings, or a shape fills what lies under it (ISO 32000-2, annex A). */
function showsContent(sides: Sides, dict: PdfDict, type: string): boolean {
  if (SHOWING.has(type) || (SHAPES.has(type) && dict.has('IC'))) return true;
  const normal = sides.new(sides.newDict(dict.get('AP'))?.get('N'));
  if (!(normal instanceof PdfStream)) return normal !== null;
  const content = sides.is.history.content(normal, MAX_APPEARANCE);
  if (content === 'too-long') return true;
  const text = Buffer.from(content).toString('latin1');
  return PAINTING.test(text) || (SHAPES.has(type) && FILLING.test(text));
}

const PAINTING = /(?:^|[\s)\]>])(?:Tj|TJ|'|"|Do|sh|BI)(?=\s|$)/;
const FILLING = /(?:^|\s)(?:[fFBb]\*?)(?=\s|$)/;

function typeOf(dict: PdfDict): string {
  return nameOf(dict.get('Subtype')) ?? '?';
}
