import { isArray, type PageNode, type PdfValue } from '@jianzhen/pdf';
import type { Permissions } from '../permissions.ts';
import { compareAnnotations } from './annotations.ts';
import type { ChangeList } from './report.ts';
import type { Sides } from './sides.ts';

/** Compared elsewhere, or about neither what a page shows nor what it does. */
const ASIDE: ReadonlySet<string> = new Set([
  'Parent',
  'Annots',
  'Tabs',
  'StructParents',
  'LastModified',
  'Metadata',
]);

/** The page tree: the same pages in the same order, each with what it showed. */
export function comparePages(sides: Sides, permissions: Permissions, changes: ChangeList): void {
  for (const { was, is, page } of pairs(sides, changes)) {
    for (const key of new Set([...was.shown.keys(), ...is.shown.keys()])) {
      const [before, after] = [was.shown.get(key), is.shown.get(key)];
      const same =
        key === 'Contents'
          ? sides.same(streamsOf(before, sides.old(before)), streamsOf(after, sides.new(after)))
          : sides.same(before, after);
      if (!same) changes.add('page-content', false, page, key);
    }
    const shown = new Set([...ASIDE, ...was.shown.keys(), ...is.shown.keys()]);
    for (const key of sides.differing(was.dict, is.dict, shown))
      changes.add('page-content', false, page, key);
    compareAnnotations(sides, was, is, page, permissions, changes);
  }
}

/** One stream is the same as a list of one. */
function streamsOf(value: PdfValue | undefined, resolved: PdfValue): PdfValue {
  return isArray(resolved) ? resolved : [value ?? null];
}

interface PagePair {
  readonly was: PageNode;
  readonly is: PageNode;
  /** 1-based, in the newest state. */
  readonly page: number;
}

/** Pages that belong together: by place where their count is what it was, otherwise by object number. */
function pairs(sides: Sides, changes: ChangeList): PagePair[] {
  const older = sides.was.pages.pages;
  const newer = sides.is.pages.pages;
  if (older.length === newer.length) return older.map((was, i) => ({ was, is: newer[i]!, page: i + 1 }));
  const known = new Map(older.map((page) => [page.number, page]));
  const left = new Set(newer.map((page) => page.number));
  older.forEach((page, i) => {
    if (!left.has(page.number)) changes.add('page-removed', false, i + 1);
  });
  return newer.flatMap((is, i) => {
    const was = known.get(is.number);
    if (was) return [{ was, is, page: i + 1 }];
    changes.add('page-added', false, i + 1);
    return [];
  });
}
