import type { PdfHistory } from './history.ts';
import { dictOf, isArray, type PdfDict, PdfRef, type PdfValue } from './values.ts';

/** A page with what it inherits (ISO 32000-2, 7.7.3.4). */
export interface PageNode {
  /** Object number; null where the page is written into its parent. */
  readonly number: number | null;
  /** The page's own entries. */
  readonly dict: PdfDict;
  /** What the page shows: content streams, resources, boxes and rotation. */
  readonly shown: ReadonlyMap<string, PdfValue>;
}

const MAX_NODES = 5_000;
/** Entries of kids that lead nowhere cost, too. */
const MAX_VISITS = 100_000;
const SHOWN = ['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit'] as const;

export interface PageTree {
  readonly pages: readonly PageNode[];
  /** Object numbers of all nodes, pages or not. */
  readonly numbers: ReadonlySet<number>;
  /** The tree is larger than what is read of it. */
  readonly cut: boolean;
}

/** Pages in order as of revision `k`. Loops in the tree are cut where they close. */
export function pagesOf(history: PdfHistory, k: number): readonly PageNode[] {
  return pageTreeOf(history, k).pages;
}

export function pageTreeOf(history: PdfHistory, k: number): PageTree {
  const root = dictOf(history.resolve(history.trailer(k).get('Root'), k));
  const pages: PageNode[] = [];
  const seen = new Set<number>();
  let cut = false;
  let visits = 0;
  const visit = (
    value: PdfValue | undefined,
    inherited: ReadonlyMap<string, PdfValue>,
    depth: number,
  ): void => {
    if (++visits > MAX_VISITS || depth > 50 || pages.length >= MAX_NODES || seen.size >= MAX_NODES) {
      cut = true;
      return;
    }
    const number = value instanceof PdfRef ? value.number : null;
    if (number !== null && seen.has(number)) return;
    if (number !== null) seen.add(number);
    const node = dictOf(history.resolve(value, k));
    if (!node) return;
    const shown = new Map(inherited);
    for (const key of SHOWN) if (node.has(key)) shown.set(key, node.get(key)!);
    const kids = history.resolve(node.get('Kids'), k);
    if (isArray(kids)) {
      for (const kid of kids) {
        if (visits > MAX_VISITS) return;
        visit(kid, shown, depth + 1);
      }
    } else pages.push({ number, dict: node, shown });
  };
  visit(root?.get('Pages'), new Map(), 0);
  return { pages, numbers: seen, cut };
}
