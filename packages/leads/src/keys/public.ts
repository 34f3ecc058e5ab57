import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { CodedError } from '@jianzhen/evidence';
import { expect, is, oidOf, readDer, TAG } from '../der/read.ts';
import { errors } from '../errors.ts';
import { pemBlocks } from './pem.ts';
import { EC_PUBLIC_KEY, SM2_CURVE, verifySm2 } from './sm2.ts';

export type Algorithm = 'Ed25519' | 'SM2';

export interface PublicKey {
  readonly algorithm: Algorithm;
  readonly keyId: string;
  verify(message: Uint8Array, signature: Uint8Array): boolean;
}

export const keyIdOf = (spki: Uint8Array): string => createHash('sha256').update(spki).digest('hex');

/** The point of an SM2 key; null where the DER is of another kind. */
export function sm2PointOf(spki: Uint8Array): Uint8Array | null {
  const [kind, point] = readDer(spki).children;
  const [key, curve] = kind?.children ?? [];
  if (oidOf(key) !== EC_PUBLIC_KEY || oidOf(curve) !== SM2_CURVE || !is(point, TAG.BIT_STRING)) return null;
  return point.content.length === 66 ? point.content.subarray(1) : null;
}

/** Of a public key or a certificate in PEM. @throws CodedError `leads.key-unreadable`, `leads.key-unsupported` */
export function publicKeyFromPem(pem: string): PublicKey {
  const [block] = pemBlocks(pem, /^PUBLIC KEY$/);
  const [certificate] = pemBlocks(pem, /^CERTIFICATE$/);
  try {
    if (block) return publicKeyFromSpki(block);
    if (certificate) return publicKeyFromSpki(spkiOf(certificate));
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw errors('leads.key-unreadable', { detail: (cause as Error).message }, { cause });
  }
  throw errors('leads.key-unreadable', { detail: 'no PUBLIC KEY or CERTIFICATE in the PEM' });
}

/** A certificate's key as it stands there: Node writes SM2 keys another way than it read them. */
export function spkiOf(certificate: Uint8Array): Uint8Array {
  const parts = readDer(certificate).children[0]!.children;
  // version [0] is left out of certificates of version 1.
  return expect(parts[parts[0]?.tagClass === 'context' ? 6 : 5], TAG.SEQUENCE).bytes;
}

function publicKeyFromSpki(spki: Uint8Array): PublicKey {
  const keyId = keyIdOf(spki);
  if (oidOf(readDer(spki).children[0]?.children[0]) === EC_PUBLIC_KEY) {
    const point = sm2PointOf(spki);
    if (!point) throw errors('leads.key-unsupported', { type: 'EC' });
    return { algorithm: 'SM2', keyId, verify: (message, signature) => verifySm2(point, message, signature) };
  }
  const key: KeyObject = createPublicKey({ key: Buffer.from(spki), type: 'spki', format: 'der' });
  if (key.asymmetricKeyType !== 'ed25519')
    throw errors('leads.key-unsupported', { type: key.asymmetricKeyType ?? '?' });
  return {
    algorithm: 'Ed25519',
    keyId,
    verify: (message, signature) => verify(null, message, key, signature),
  };
}
