import {
  dictOf,
  isArray,
  nameOf,
  type PdfDict,
  type PdfHistory,
  PdfRef,
  PdfString,
  type PdfValue,
} from '@jianzhen/pdf';
import { textOf } from './text.ts';

/** A widget annotation: what a field shows of itself on a page. */
export interface Widget {
  /** Object number; null where it is written into its parent. */
  readonly number: number | null;
  readonly dict: PdfDict;
}

/** A field of an interactive form that has no further fields below it (ISO 32000-2, 12.7.4). */
export interface Field {
  /** Fully qualified; fields without a name of their own get a number sign and their place. */
  readonly name: string;
  readonly number: number | null;
  readonly dict: PdfDict;
  /** `Sig`, `Tx`, `Btn`, `Ch`; null where it has none. */
  readonly type: string | null;
  /** V with what it inherits, unresolved. */
  readonly value: PdfValue | undefined;
  readonly widgets: readonly Widget[];
}

export interface Form {
  readonly dict: PdfDict | null;
  readonly fields: readonly Field[];
  /** Fields with further fields below them, by name. */
  readonly groups: ReadonlyMap<string, PdfDict>;
  /** Object numbers of all fields, terminal or not, and their widgets. */
  readonly numbers: ReadonlySet<number>;
}

/** What lies beyond is compared as annotations of their pages, which must not change. */
const MAX_FIELDS = 5_000;
const MAX_DEPTH = 30;
/** Entries of kids, whatever they lead to. */
const MAX_KIDS = 50_000;

/** The document's catalogue as of revision `k`. */
export function catalogOf(history: PdfHistory, k: number): PdfDict {
  return dictOf(history.resolve(history.trailer(k).get('Root'), k)) ?? new Map();
}

/** All fields as of revision `k`. Loops are cut where they close. */
export function formOf(history: PdfHistory, k: number): Form {
  const dict = dictOf(history.resolve(catalogOf(history, k).get('AcroForm'), k));
  const fields: Field[] = [];
  const groups = new Map<string, PdfDict>();
  const numbers = new Set<number>();
  let left = MAX_KIDS;
  const visit = (value: PdfValue, path: string, inherited: PdfDict, place: number, depth: number): void => {
    if (depth > MAX_DEPTH || fields.length >= MAX_FIELDS) return;
    const number = value instanceof PdfRef ? value.number : null;
    if (number !== null && numbers.has(number)) return;
    if (number !== null) numbers.add(number);
    const node = dictOf(history.resolve(value, k));
    if (!node) return;
    const own = history.resolve(node.get('T'), k);
    const part = own instanceof PdfString ? textOf(own.bytes) : `#${place}`;
    const name = path ? `${path}.${part}` : part;
    const known = new Map(inherited);
    for (const key of ['FT', 'V', 'Ff']) if (node.has(key)) known.set(key, node.get(key)!);
    const kids = history.resolve(node.get('Kids'), k);
    const below = (isArray(kids) ? kids.slice(0, left) : []).map((kid) => ({
      kid,
      dict: dictOf(history.resolve(kid, k)),
    }));
    left -= below.length;
    const subfields = below.filter((item) => item.dict?.has('T'));
    const widgets: Widget[] = nameOf(node.get('Subtype')) === 'Widget' ? [{ number, dict: node }] : [];
    for (const { kid, dict: widget } of below) {
      if (!widget || widget.has('T')) continue;
      const kidNumber = kid instanceof PdfRef ? kid.number : null;
      if (kidNumber !== null && numbers.has(kidNumber)) continue;
      if (kidNumber !== null) numbers.add(kidNumber);
      widgets.push({ number: kidNumber, dict: widget });
    }
    subfields.forEach(({ kid }, i) => {
      visit(kid, name, known, i, depth + 1);
    });
    if (subfields.length > 0) groups.set(name, node);
    if (subfields.length > 0 && widgets.length === 0) return;
    const type = nameOf(history.resolve(known.get('FT'), k));
    fields.push({ name, number, dict: node, type, value: known.get('V'), widgets });
  };
  const roots = history.resolve(dict?.get('Fields'), k);
  if (isArray(roots))
    roots.slice(0, MAX_KIDS).forEach((root, i) => {
      visit(root, '', new Map(), i, 0);
    });
  return { dict, fields, groups, numbers };
}
