import { createPublicKey, type KeyObject } from 'node:crypto';

/** A SubjectPublicKeyInfo as node:crypto holds it; null where it cannot. */
export function publicKey(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

/** Bits of an RSA or DSA modulus; null for other keys. */
export const modulusBits = (spki: Uint8Array): number | null =>
  publicKey(spki)?.asymmetricKeyDetails?.modulusLength ?? null;
