import { createHash, type Hash } from 'node:crypto';
import type { PdfHistory } from './history.ts';
import type { PageNode } from './page-tree.ts';
import { isArray, isDict, PdfName, PdfRef, PdfStream, PdfString, type PdfValue } from './values.ts';

/** A page's content boiled down: the same for the same content, whatever its object numbers and layout in the file. */
export interface PageDigest {
  readonly hash: string;
  /** Objects that the content is made of. */
  readonly objects: ReadonlySet<number>;
}

/** Not content: the way back up, housekeeping, and the coding of a stream's length. */
const IGNORED = new Set([
  'Parent',
  'P',
  'Annots',
  'StructParent',
  'StructParents',
  'Metadata',
  'LastModified',
  'PieceInfo',
  'Length',
]);
const MAX_DEPTH = 200;

/** Digest of a page as of revision `k`; null when `budget` (objects still to visit, shared) runs out. */
export function digestPage(
  history: PdfHistory,
  page: PageNode,
  k: number,
  budget: { left: number },
): PageDigest | null {
  const walk = new Digest(history, k, budget);
  for (const [key, value] of [...page.shown].sort(([a], [b]) => (a < b ? -1 : 1))) walk.entry(key, value, 0);
  return budget.left > 0 ? { hash: walk.hash.digest('hex'), objects: new Set(walk.order.keys()) } : null;
}

class Digest {
  readonly hash: Hash = createHash('sha1');
  readonly order = new Map<number, number>();
  readonly #history: PdfHistory;
  readonly #k: number;
  readonly #budget: { left: number };

  constructor(history: PdfHistory, k: number, budget: { left: number }) {
    this.#history = history;
    this.#k = k;
    this.#budget = budget;
  }

  entry(key: string, value: PdfValue, depth: number): void {
    this.hash.update(`/${key} `);
    this.#value(value, depth);
  }

  #value(value: PdfValue, depth: number): void {
    if (--this.#budget.left <= 0 || depth > MAX_DEPTH) return;
    if (value instanceof PdfRef) this.#reference(value, depth);
    else if (value instanceof PdfStream) {
      this.#value(value.dict, depth);
      this.hash.update('stream').update(value.data);
    } else if (isDict(value)) {
      this.hash.update('<<');
      const entries = [...value].filter(([key]) => !IGNORED.has(key)).sort(([a], [b]) => (a < b ? -1 : 1));
      for (const [key, item] of entries) this.entry(key, item, depth + 1);
      this.hash.update('>>');
    } else if (isArray(value)) {
      this.hash.update('[');
      for (const item of value) this.#value(item, depth + 1);
      this.hash.update(']');
    } else this.hash.update(scalar(value));
  }

  /** An object met again stands for itself by the order of first sight: numbers do not matter, loops end. */
  #reference(ref: PdfRef, depth: number): void {
    const met = this.order.get(ref.number);
    if (met !== undefined) {
      this.hash.update(`@${met} `);
      return;
    }
    this.order.set(ref.number, this.order.size);
    this.#value(this.#history.object(ref.number, this.#k), depth + 1);
  }
}

function scalar(value: null | boolean | number | PdfName | PdfString): string | Uint8Array {
  if (value instanceof PdfName) return `/${value.name} `;
  if (value instanceof PdfString) return value.bytes;
  return `${value} `;
}
