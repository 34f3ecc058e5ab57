import {
  dictOf,
  digestPage,
  nameOf,
  type PageDigest,
  type PageNode,
  type PdfHistory,
  pagesOf,
} from '@jianzhen/pdf';

/** PDF objects that the comparison of a file's revisions may visit, all together. */
const VISITS = 3_000_000;
const MAX_REVISIONS = 100;
const MAX_LISTED_OBJECTS = 10_000;

/** A page whose content a revision changed, and which page (1-based) it was before; null where it is new. */
export interface ChangedPage {
  readonly page: number;
  readonly before: number | null;
}

export interface RevisionChanges {
  readonly endOffset: number;
  readonly objects: readonly number[];
  readonly signature: boolean;
  readonly changed: readonly ChangedPage[];
}

/** What each revision did to the file. Beyond MAX_REVISIONS, the newest are compared. */
export function describeRevisions(history: PdfHistory): RevisionChanges[] {
  const budget = { left: VISITS };
  const first = Math.max(0, history.revisions.length - MAX_REVISIONS);
  let before = history.revisions.length > 1 ? snapshot(history, first, null, budget) : null;
  return history.revisions.map((revision, k) => {
    let changed: ChangedPage[] = [];
    if (k > first && before) {
      const after = snapshot(history, k, before, budget);
      changed = changedPages(before, after);
      before = after;
    }
    const objects = [...revision.entries].filter(([, entry]) => !('free' in entry)).map(([number]) => number);
    return {
      endOffset: revision.endOffset,
      objects: objects.slice(0, MAX_LISTED_OBJECTS).sort((a, b) => a - b),
      changed,
      signature:
        k > 0 && objects.slice(0, MAX_LISTED_OBJECTS).some((number) => isSignature(history, number, k)),
    };
  });
}

type Snapshot = readonly { readonly page: PageNode; readonly digest: PageDigest | null }[];

/** All pages' digests as of revision `k`; pages that the revision does not touch keep the digest they had. */
function snapshot(
  history: PdfHistory,
  k: number,
  before: Snapshot | null,
  budget: { left: number },
): Snapshot {
  const written = history.revisions[k]!.entries;
  const known = new Map(before?.map((entry) => [entry.page.number, entry]) ?? []);
  return pagesOf(history, k).map((page) => {
    const old = page.number === null ? undefined : known.get(page.number);
    const rewritten = page.number === null || written.has(page.number);
    const touched =
      !old?.digest || rewritten || [...old.digest.objects].some((number) => written.has(number));
    return { page, digest: touched ? digestPage(history, page, k, budget) : old.digest };
  });
}

/** Pages that show something that no page showed before; moved and removed pages alone are not that. */
function changedPages(before: Snapshot, after: Snapshot): ChangedPage[] {
  const known = new Set(before.map((entry) => entry.digest?.hash));
  return after.flatMap(({ page, digest }, i) => {
    if (!digest || known.has(digest.hash)) return [];
    const old = page.number === null ? -1 : before.findIndex((entry) => entry.page.number === page.number);
    return [{ page: i + 1, before: old < 0 ? null : old + 1 }];
  });
}

/** A signature dictionary (ISO 32000-2, 12.8.1). */
function isSignature(history: PdfHistory, number: number, k: number): boolean {
  const dict = dictOf(history.object(number, k));
  if (!dict) return false;
  const type = nameOf(dict.get('Type'));
  return type === 'Sig' || type === 'DocTimeStamp' || (dict.has('ByteRange') && dict.has('Contents'));
}
