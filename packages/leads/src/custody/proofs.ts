import { fromHex, hex } from '../canonical.ts';
import type { PublicKey } from '../keys/index.ts';
import { verifyConsistency, verifyInclusion } from '../merkle/index.ts';
import { type CustodyEvent, eventLeaf } from './events.ts';
import { isHead, type TreeHead, verifyHead } from './head.ts';
import type { CustodyLog } from './log.ts';

/**
 * What shows a recipient that events stand in the log, without showing those on other packages: each event with its place and path, and
 * that the log only grew since an earlier head that the recipient may hold.
 */
export interface CustodyProof {
  readonly head: TreeHead;
  readonly events: readonly {
    readonly index: number;
    readonly event: CustodyEvent;
    readonly path: readonly string[];
  }[];
  /** Null where there was no earlier head. */
  readonly consistency: { readonly from: TreeHead; readonly path: readonly string[] } | null;
}

/** Of the log's events on one package, and that the log grew from `since`. Null while the log is empty. */
export function proveCustody(log: CustodyLog, name: string, since: TreeHead | null): CustodyProof | null {
  const { head, tree, lines } = log;
  if (!head) return null;
  // A head of another log, which a package from elsewhere encloses, proves nothing here.
  const known = since && since.size <= tree.size && hex(tree.root(since.size)) === since.root;
  return {
    head,
    events: lines
      .filter(({ event }) => event.package === name)
      .map(({ index, event }) => ({ index, event, path: tree.inclusionProof(index).map(hex) })),
    consistency: known ? { from: since, path: tree.consistencyProof(since.size).map(hex) } : null,
  };
}

export type ProofFault = 'unreadable' | 'head-signature' | 'event-not-in-log' | 'log-rewritten';

/** Null where the proof holds. The value may come from a stranger. */
export function checkProof(value: unknown, key: PublicKey): ProofFault | null {
  const proof = value as CustodyProof;
  if (typeof proof !== 'object' || proof === null || !isHead(proof.head) || !Array.isArray(proof.events))
    return 'unreadable';
  if (!verifyHead(proof.head, key)) return 'head-signature';
  const root = fromHex(proof.head.root, 32)!;
  for (const entry of proof.events) {
    const path = pathOf(entry?.path);
    if (!path || typeof entry.event !== 'object') return 'unreadable';
    const leaf = eventLeaf(entry.event);
    if (!verifyInclusion({ index: entry.index, size: proof.head.size, leaf, proof: path, root }))
      return 'event-not-in-log';
  }
  if (proof.consistency === null) return null;
  const { from, path: claimed } = proof.consistency ?? {};
  const path = pathOf(claimed);
  if (!isHead(from) || !path) return 'unreadable';
  const claim = { from: from.size, to: proof.head.size, fromRoot: fromHex(from.root, 32)!, toRoot: root };
  return verifyConsistency({ ...claim, proof: path }) ? null : 'log-rewritten';
}

function pathOf(value: unknown): Uint8Array[] | null {
  if (!Array.isArray(value)) return null;
  const hashes = value.map((text) => fromHex(text, 32));
  return hashes.includes(null) ? null : (hashes as Uint8Array[]);
}
