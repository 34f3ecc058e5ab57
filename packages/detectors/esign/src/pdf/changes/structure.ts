import {
  dictOf,
  integerOf,
  isArray,
  isDict,
  nameOf,
  type PdfDict,
  PdfRef,
  type PdfValue,
} from '@jianzhen/pdf';
import type { Sides, State } from './sides.ts';

const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 100;
const MAINTAINED: ReadonlySet<string> = new Set(['K', 'ParentTree', 'ParentTreeNextKey', 'IDTree']);
/** They grow with the kinds of elements. */
const MAPS: ReadonlySet<string> = new Set(['RoleMap', 'ClassMap']);

/**
 * Whether the structure tree (ISO 32000-2, 14.7) only grew by elements for form fields and annotations: all elements that
 * were there are what they were, in the same order, and new ones point at objects instead of tagging content anew.
 */
export function structureKept(sides: Sides): boolean {
  const was = sides.oldDict(sides.was.catalog.get('StructTreeRoot'));
  const is = sides.newDict(sides.is.catalog.get('StructTreeRoot'));
  if (!was || !is) return false;
  if (!sides.differing(was, is, MAINTAINED).every((key) => MAPS.has(key) && mapKept(sides, was, is, key)))
    return false;
  const walk = new Walk(sides);
  return walk.kidsKept(was, is, 0) && numbersKept(sides, was.get('ParentTree'), is.get('ParentTree'));
}

function mapKept(sides: Sides, was: PdfDict, is: PdfDict, key: string): boolean {
  const older = sides.oldDict(was.get(key)) ?? new Map();
  const newer = sides.newDict(is.get(key)) ?? new Map();
  return [...older].every(([name, value]) => sides.same(value, newer.get(name)));
}

class Walk {
  readonly #sides: Sides;
  readonly #seen = new Set<number>();
  #left = MAX_ELEMENTS;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  /** Old kids are among the new ones in their order, each kept; the others are for objects. */
  kidsKept(was: PdfDict, is: PdfDict, depth: number): boolean {
    const [older, newer] = [kidsOf(was, this.#sides.was), kidsOf(is, this.#sides.is)];
    let next = 0;
    for (const kid of newer) {
      if (next < older.length && this.#kept(older[next]!, kid, depth)) next++;
      else if (!this.#forObject(kid, depth)) return false;
    }
    return next === older.length;
  }

  #kept(was: PdfValue, is: PdfValue, depth: number): boolean {
    if (--this.#left < 0 || depth > MAX_DEPTH) return false;
    if (was instanceof PdfRef && is instanceof PdfRef && was.number === is.number) {
      if (this.#seen.has(was.number)) return true;
      this.#seen.add(was.number);
    }
    const [a, b] = [this.#sides.oldDict(was), this.#sides.newDict(is)];
    if (!a || !b) return integerOf(was) !== null && was === is;
    if (!isElement(a)) return this.#sides.same(was, is);
    for (const key of new Set([...a.keys(), ...b.keys()])) {
      if (key === 'K' || key === 'P') continue;
      if (!this.#sides.same(a.get(key), b.get(key), key)) return false;
    }
    return this.kidsKept(a, b, depth + 1);
  }

  #forObject(value: PdfValue, depth: number): boolean {
    if (--this.#left < 0 || depth > MAX_DEPTH) return false;
    const dict = this.#sides.newDict(value);
    if (!dict) return false;
    if (nameOf(dict.get('Type')) === 'OBJR') return true;
    if (!isElement(dict)) return false;
    return kidsOf(dict, this.#sides.is).every((kid) => this.#forObject(kid, depth + 1));
  }
}

const isElement = (dict: PdfDict) => dict.has('S');

function kidsOf(dict: PdfDict, { history, k }: State): readonly PdfValue[] {
  const raw = dict.get('K');
  const kids = history.resolve(raw, k);
  if (isArray(kids)) return kids;
  return kids === null ? [] : [isDict(kids) ? (raw ?? kids) : kids];
}

/** Every key of the old number tree still leads where it did, or to an array that starts so. */
function numbersKept(sides: Sides, was: PdfValue | undefined, is: PdfValue | undefined): boolean {
  const older = numberTree(was, sides.was);
  const newer = numberTree(is, sides.is);
  return [...older].every(([key, value]) => {
    const other = newer.get(key);
    const [a, b] = [sides.old(value), sides.new(other)];
    if (!isArray(a) || !isArray(b)) return sameElement(value, other);
    return a.length <= b.length && a.every((item, i) => sameElement(item, b[i]));
  });
}

/** Elements are compared as kids; here their numbers are enough. */
function sameElement(was: PdfValue | undefined, is: PdfValue | undefined): boolean {
  if (was instanceof PdfRef) return is instanceof PdfRef && is.number === was.number;
  return was === is || (was ?? null) === (is ?? null);
}

function numberTree(root: PdfValue | undefined, { history, k }: State): Map<number, PdfValue> {
  const found = new Map<number, PdfValue>();
  const seen = new Set<number>();
  const visit = (value: PdfValue | undefined, depth: number): void => {
    if (depth > 20 || found.size > MAX_ELEMENTS) return;
    if (value instanceof PdfRef) {
      if (seen.has(value.number)) return;
      seen.add(value.number);
    }
    const node = dictOf(history.resolve(value, k));
    const numbers = history.resolve(node?.get('Nums'), k);
    if (isArray(numbers)) {
      for (let i = 0; i + 1 < numbers.length; i += 2) {
        const key = integerOf(history.resolve(numbers[i], k));
        if (key !== null) found.set(key, numbers[i + 1]!);
      }
    }
    const kids = history.resolve(node?.get('Kids'), k);
    if (isArray(kids)) for (const kid of kids) visit(kid, depth + 1);
  };
  visit(root, 0);
  return found;
}
