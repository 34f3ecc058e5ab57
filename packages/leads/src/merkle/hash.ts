// B. Laurie, A. Langley, E. Kasper: RFC 6962, Certificate Transparency (2013), section 2.1.
import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;

/** Root of a log without entries. */
export const emptyRoot = (): Uint8Array => createHash('sha256').digest();

// Leaves and nodes are hashed under different first octets, so that none can be passed off as the other.
export const leafHash = (entry: Uint8Array): Uint8Array =>
  createHash('sha256').update(Uint8Array.of(0)).update(entry).digest();

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();

/** Largest power of two below `n`; n ≥ 2. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
