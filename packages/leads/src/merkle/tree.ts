// RFC 6962, sections 2.1 (Merkle tree hash), 2.1.1 (audit paths) and 2.1.2 (consistency proofs).
import { emptyRoot, nodeHash, splitOf } from './hash.ts';

/** Hashes of entries in the order in which they were appended; nothing is ever taken out. */
export interface MerkleTree {
  readonly size: number;
  append(leaf: Uint8Array): void;
  leaf(index: number): Uint8Array;
  /** Of the first `size` entries, all of them unless told. */
  root(size?: number): Uint8Array;
  /** Siblings from the leaf up: `PATH(index, D[size])`. @throws RangeError */
  inclusionProof(index: number, size?: number): Uint8Array[];
  /** That the first `from` entries are the start of the first `to`: `PROOF(from, D[to])`; empty for 0. @throws RangeError */
  consistencyProof(from: number, to?: number): Uint8Array[];
}

export function createTree(leaves: Iterable<Uint8Array> = []): MerkleTree {
  /** `levels[k][i]` is the hash of the whole subtree over 2^k entries from i · 2^k. */
  const levels: Uint8Array[][] = [[]];
  const size = () => levels[0]!.length;

  function append(leaf: Uint8Array): void {
    levels[0]!.push(leaf);
    for (let k = 0; levels[k]!.length % 2 === 0; k++) {
      levels[k + 1] ??= [];
      levels[k + 1]!.push(nodeHash(levels[k]!.at(-2)!, levels[k]!.at(-1)!));
    }
  }

  /** Hash over `count` entries from `start`, which is a multiple of the power of two that covers them. */
  function range(start: number, count: number): Uint8Array {
    if (count === 0) return emptyRoot();
    const level = Math.log2(count);
    if (Number.isInteger(level)) return levels[level]![start / count]!;
    const k = splitOf(count);
    return nodeHash(range(start, k), range(start + k, count - k));
  }

  function path(index: number, start: number, count: number): Uint8Array[] {
    if (count === 1) return [];
    const k = splitOf(count);
    return index < k
      ? [...path(index, start, k), range(start + k, count - k)]
      : [...path(index - k, start + k, count - k), range(start, k)];
  }

  /** `SUBPROOF(from, D, whole)`: `whole` where the verifier has the hash of this very subtree already. */
  function subproof(from: number, start: number, count: number, whole: boolean): Uint8Array[] {
    if (from === count) return whole ? [] : [range(start, count)];
    const k = splitOf(count);
    return from <= k
      ? [...subproof(from, start, k, whole), range(start + k, count - k)]
      : [...subproof(from - k, start + k, count - k, false), range(start, k)];
  }

  function within(low: number, value: number, high: number): void {
    if (!Number.isInteger(value) || value < low || value > high)
      throw new RangeError(`${value} is not within ${low} and ${high}`);
  }

  for (const leaf of leaves) append(leaf);
  return {
    get size() {
      return size();
    },
    append,
    leaf(index) {
      within(0, index, size() - 1);
      return levels[0]![index]!;
    },
    root(count = size()) {
      within(0, count, size());
      return range(0, count);
    },
    inclusionProof(index, count = size()) {
      within(1, count, size());
      within(0, index, count - 1);
      return path(index, 0, count);
    },
    consistencyProof(from, to = size()) {
      within(0, to, size());
      within(0, from, to);
      return from === 0 ? [] : subproof(from, 0, to, true);
    },
  };
}
