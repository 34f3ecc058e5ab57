import { createPublicKey, type KeyObject } from 'node:crypto';
import { readAsn1 } from '../asn1/reader.ts';
import { bitsOf } from '../asn1/values.ts';

/** A SubjectPublicKeyInfo as node:crypto holds it; null where it cannot. */
export function publicKey(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** `RSA` and `DSA`: bits of the modulus; `EC`: bits of the curve's field; null where neither can be told. */
export function keySize(spki: Uint8Array): {
  readonly kind: 'RSA' | 'DSA' | 'EC';
  readonly bits: number | null;
} {
  const key = publicKey(spki);
  const bits = key?.asymmetricKeyDetails?.modulusLength ?? null;
  if (bits !== null) return { kind: key?.asymmetricKeyType === 'dsa' ? 'DSA' : 'RSA', bits };
  if (key?.asymmetricKeyType !== 'ec') return { kind: 'EC', bits: null };
  const point = bitsOf(readAsn1(spki).at(1));
  return { kind: 'EC', bits: (point.length - 1) * (point[0] === 4 ? 4 : 8) };
}
