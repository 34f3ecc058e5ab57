import {
  dictOf,
  isArray,
  isDict,
  nameOf,
  type PageTree,
  type PdfDict,
  type PdfHistory,
  PdfName,
  PdfRef,
  PdfStream,
  PdfString,
  type PdfValue,
  pageTreeOf,
} from '@jianzhen/pdf';
import { catalogOf, type Form, formOf } from '../fields.ts';
import { annotationPages } from '../placement.ts';

/** One state of a document: what a reader sees who gets these bytes. */
export interface State {
  readonly history: PdfHistory;
  /** Its newest revision. */
  readonly k: number;
  readonly trailer: PdfDict;
  readonly catalog: PdfDict;
  readonly pages: PageTree;
  readonly form: Form;
  /** Which page (0-based) each annotation, by object number, lies on. */
  readonly pageOf: ReadonlyMap<number, number>;
}

export function stateOf(history: PdfHistory): State {
  const k = history.newest;
  const pages = pageTreeOf(history, k);
  return {
    history,
    k,
    trailer: history.trailer(k),
    catalog: catalogOf(history, k),
    pages,
    form: formOf(history, k),
    pageOf: annotationPages(history, k, pages.pages),
  };
}

/** Pairs of values that the comparisons of one file may still look at, all together. */
export interface Steps {
  left: number;
}

/** `key` is the entry that led there, an array's for what it holds. */
type Pair = readonly [was: PdfValue, is: PdfValue, key: string];

/**
 * Entries that point back at pages, annotations and fields instead of showing them. Only there is a number enough: whoever
 * prepares a document can list a picture among the fields.
 */
const POINTERS: ReadonlySet<string> = new Set([
  'P',
  'Parent',
  'Pg',
  'Obj',
  'Popup',
  'IRT',
  'Data',
  'Page',
  'T',
  'Fields',
  'CO',
  'AN',
]);
/** An explicit destination (ISO 32000-2, 12.3.2.2): an array of a page and how it is to be seen. */
const DESTINATION = 'Page';

/** The signed state of a document beside its newest, and what equality means between them. */
export class Sides {
  readonly was: State;
  readonly is: State;
  /** Objects that are compared on their own: where others point at them, the same number is enough. */
  readonly #anchors: ReadonlySet<number>;
  readonly #equal = new Set<string>();
  readonly #steps: Steps;

  constructor(was: State, is: State, steps: Steps) {
    this.#steps = steps;
    this.was = was;
    this.is = is;
    const root = was.trailer.get('Root');
    const catalog = root instanceof PdfRef ? [root.number] : [];
    this.#anchors = new Set([...was.pages.numbers, ...was.form.numbers, ...was.pageOf.keys(), ...catalog]);
  }

  /** The work ran out: nothing was found equal since. */
  get exhausted(): boolean {
    return this.#steps.left <= 0;
  }

  /** Pays for one more look; false where nothing is left to pay with. */
  spend(): boolean {
    return --this.#steps.left > 0;
  }

  old(value: PdfValue | undefined): PdfValue {
    return this.was.history.resolve(value, this.was.k);
  }

  new(value: PdfValue | undefined): PdfValue {
    return this.is.history.resolve(value, this.is.k);
  }

  oldDict(value: PdfValue | undefined): PdfDict | null {
    return dictOf(this.old(value));
  }

  newDict(value: PdfValue | undefined): PdfDict | null {
    return dictOf(this.new(value));
  }

  oldList(value: PdfValue | undefined): readonly PdfValue[] {
    const list = this.old(value);
    return isArray(list) ? list : [];
  }

  newList(value: PdfValue | undefined): readonly PdfValue[] {
    const list = this.new(value);
    return isArray(list) ? list : [];
  }

  /** Keys whose values differ between two dictionaries, those of one side only among them. */
  differing(was: PdfDict, is: PdfDict, ignored: ReadonlySet<string> = new Set()): string[] {
    const keys = new Set([...was.keys(), ...is.keys()]);
    return [...keys].filter((key) => !ignored.has(key) && !this.same(was.get(key), is.get(key), key));
  }

  /**
   * Whether a value and all that it leads to is what it was. Object numbers may differ, but not for pages, fields and
   * annotations, which have comparisons of their own. Absent is the same as null.
   */
  same(was: PdfValue | undefined, is: PdfValue | undefined, key = ''): boolean {
    const met = new Set<string>();
    const todo: Pair[] = [[was ?? null, is ?? null, key]];
    for (let pair = todo.pop(); pair; pair = todo.pop())
      if (!this.spend() || !this.#alike(pair, met, todo)) return false;
    for (const pair of met) this.#equal.add(pair);
    return true;
  }

  /** Whether two values are alike as far as they reach themselves; what they lead to goes on the list. */
  #alike([was, is, key]: Pair, met: Set<string>, todo: Pair[]): boolean {
    if (was instanceof PdfRef || is instanceof PdfRef) return this.#alikeBehind([was, is, key], met, todo);
    if (was instanceof PdfStream || is instanceof PdfStream) {
      if (!(was instanceof PdfStream && is instanceof PdfStream) || !sameBytes(was.data, is.data))
        return false;
      pushEntries(was.dict, is.dict, todo, 'Length');
    } else if (isDict(was) || isDict(is)) {
      if (!isDict(was) || !isDict(is)) return false;
      pushEntries(was, is, todo);
    } else if (isArray(was) || isArray(is)) {
      if (!isArray(was) || !isArray(is) || was.length !== is.length) return false;
      const within = was[1] instanceof PdfName && was[0] instanceof PdfRef ? DESTINATION : key;
      for (let i = 0; i < was.length; i++) todo.push([was[i]!, is[i]!, within]);
    } else if (was instanceof PdfName) return nameOf(is) === was.name;
    else if (was instanceof PdfString) return is instanceof PdfString && sameBytes(was.bytes, is.bytes);
    else return was === is;
    return true;
  }

  #alikeBehind([was, is, key]: Pair, met: Set<string>, todo: Pair[]): boolean {
    const [from, to] = [numberOf(was), numberOf(is)];
    const [a, b] = [this.old(was), this.new(is)];
    const pointed = POINTERS.has(key) && from !== null && this.#anchors.has(from);
    if (pointed && isDict(a) && isDict(b)) return from === to;
    const pair = `${from ?? 'direct'}:${to ?? 'direct'}`;
    if (from !== null && to !== null) {
      if (met.has(pair) || this.#equal.has(pair)) return true;
      met.add(pair);
    }
    if (a === null && b === null) return this.#bothMissing(from, to);
    todo.push([a, b, key]);
    return true;
  }

  /** Two objects of which we could read neither are the same only if they lie at the same place. */
  #bothMissing(from: number | null, to: number | null): boolean {
    const was = from === null ? null : this.was.history.entry(from, this.was.k);
    const is = to === null ? null : this.is.history.entry(to, this.is.k);
    const gone = (entry: typeof was) => entry === null || 'free' in entry;
    if (gone(was) || gone(is)) return gone(was) && gone(is);
    return JSON.stringify(was) === JSON.stringify(is);
  }
}

function pushEntries(was: PdfDict, is: PdfDict, todo: Pair[], ignored?: string): void {
  for (const [key, value] of was) if (key !== ignored) todo.push([value, is.get(key) ?? null, key]);
  for (const [key, value] of is) if (key !== ignored && !was.has(key)) todo.push([null, value, key]);
}

function numberOf(value: PdfValue): number | null {
  return value instanceof PdfRef ? value.number : null;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
