import { createHash } from 'node:crypto';

/** A fold a row; rows of one group fall into one. */
export function folds(groups: readonly string[], count: number): Uint8Array {
  const known = new Map<string, number>();
  return Uint8Array.from(groups, (group) => {
    const fold = known.get(group) ?? createHash('sha256').update(`fold ${group}`).digest()[0]! % count;
    known.set(group, fold);
    return fold;
  });
}
