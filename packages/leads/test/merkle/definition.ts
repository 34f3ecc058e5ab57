// RFC 6962's definitions, turned round: what a proof must be is rebuilt by recursion from the shape of the tree alone. It shares no line
// with the product's verifier, which walks the bits of positions.
import { createHash } from 'node:crypto';

const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const join = (left: Uint8Array, right: Uint8Array) => hash(Buffer.from([1]), left, right);
const half = (n: number) => 2 ** (Math.ceil(Math.log2(n)) - 1);

export const leafOf = (entry: Uint8Array) => hash(Buffer.from([0]), entry);

/** MTH(D[n]) as the RFC writes it, of whole entries. */
export function mth(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return hash();
  if (entries.length === 1) return leafOf(entries[0]!);
  const k = half(entries.length);
  return join(mth(entries.slice(0, k)), mth(entries.slice(k)));
}

/** Root that a path from leaf `m` of `n` leads to; null where the path has another length. */
export function rootByPath(
  m: number,
  n: number,
  leaf: Uint8Array,
  path: readonly Uint8Array[],
): Uint8Array | null {
  if (n === 1) return path.length === 0 ? leaf : null;
  const top = path.at(-1);
  if (!top) return null;
  const k = half(n);
  const below = path.slice(0, -1);
  const inner = m < k ? rootByPath(m, k, leaf, below) : rootByPath(m - k, n - k, leaf, below);
  return inner && (m < k ? join(inner, top) : join(top, inner));
}

/** Both roots that a consistency proof leads to; null where it does not fit. */
export function rootsByProof(
  m: number,
  n: number,
  proof: readonly Uint8Array[],
  known: Uint8Array | null,
): readonly [before: Uint8Array, after: Uint8Array] | null {
  if (m === n) {
    if (known) return proof.length === 0 ? [known, known] : null;
    return proof.length === 1 ? [proof[0]!, proof[0]!] : null;
  }
  const top = proof.at(-1);
  if (!top) return null;
  const k = half(n);
  const below = proof.slice(0, -1);
  if (m <= k) {
    const inner = rootsByProof(m, k, below, known);
    return inner && [inner[0], join(inner[1], top)];
  }
  const inner = rootsByProof(m - k, n - k, below, null);
  return inner && [join(top, inner[0]), join(top, inner[1])];
}
