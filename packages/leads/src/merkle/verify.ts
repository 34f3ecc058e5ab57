// B. Laurie, E. Messeri, R. Stradling: RFC 9162, Certificate Transparency Version 2.0 (2021), sections 2.1.3.2 and 2.1.4.2.
// Trees and proofs are those of RFC 6962. Everything here may come from a stranger's package: nothing throws, what does not hold is false.
import { emptyRoot, HASH_BYTES, nodeHash } from './hash.ts';

/** Sizes up to which positions stay exact in 32-bit shifts; no log of people's acts comes near. */
const MOST = 2 ** 31 - 1;
const isSize = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST;
const equal = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);
const wellFormed = (proof: readonly Uint8Array[]) => proof.every(({ length }) => length === HASH_BYTES);

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether `leaf` is entry `index` of the tree of `size` entries under `root`. */
export function verifyInclusion({ index, size, leaf, proof, root }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size || !wellFormed(proof)) return false;
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn & 1 || fn === sn) {
      hash = nodeHash(sibling, hash);
      if (!(fn & 1)) {
        while (fn !== 0 && !(fn & 1)) {
          fn >>>= 1;
          sn >>>= 1;
        }
      }
    } else hash = nodeHash(hash, sibling);
    fn >>>= 1;
    sn >>>= 1;
  }
  return sn === 0 && equal(hash, root);
}

export interface ConsistencyClaim {
  readonly from: number;
  readonly to: number;
  readonly fromRoot: Uint8Array;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** Whether the tree of `from` entries is the start of that of `to`: nothing was changed, taken out or put between. */
export function verifyConsistency({ from, to, fromRoot, toRoot, proof }: ConsistencyClaim): boolean {
  if (!isSize(from) || !isSize(to) || from > to || !wellFormed(proof)) return false;
  if (from === 0) return proof.length === 0 && equal(fromRoot, emptyRoot());
  if (from === to) return proof.length === 0 && equal(fromRoot, toRoot);
  let [fn, sn] = [from - 1, to - 1];
  while (fn & 1) {
    fn >>>= 1;
    sn >>>= 1;
  }
  // A first tree that is one whole subtree is its own first node: the proof leaves it out.
  const nodes = fn === 0 ? [fromRoot, ...proof] : proof;
  if (nodes.length === 0) return false;
  let [oldHash, newHash] = [nodes[0]!, nodes[0]!];
  for (const node of nodes.slice(1)) {
    if (sn === 0) return false;
    if (fn & 1 || fn === sn) {
      oldHash = nodeHash(node, oldHash);
      newHash = nodeHash(node, newHash);
      if (!(fn & 1)) {
        while (fn !== 0 && !(fn & 1)) {
          fn >>>= 1;
          sn >>>= 1;
        }
      }
    } else newHash = nodeHash(newHash, node);
    fn >>>= 1;
    sn >>>= 1;
  }
  return sn === 0 && equal(oldHash, fromRoot) && equal(newHash, toRoot);
}
