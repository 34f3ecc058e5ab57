import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { oidOf, readDer, TAG } from '../der/read.ts';
import { errors } from '../errors.ts';
import { pemBlocks, toPem } from './pem.ts';
import { type Algorithm, keyIdOf, spkiOf } from './public.ts';
import { EC_PUBLIC_KEY, SM2_CURVE, signSm2, sm2Point, sm2Spki } from './sm2.ts';

/**
 * Whatever signs: a key in a file, or a token behind PKCS#11 whose key never leaves it. An implementation for a token needs no more
 * than this: the package asks for nothing else of a key.
 */
export interface Signer {
  readonly algorithm: Algorithm;
  /** Hexadecimal SHA-256 of the public key's DER. */
  readonly keyId: string;
  readonly publicKeyPem: string;
  /** The signer's certificate first, then its issuers; null where there is none. */
  readonly certificatesPem: string | null;
  /** Over the whole message: Ed25519 in 64 bytes, SM2 (with SM3) as DER. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

/** A key of the file `pem` (PKCS #8, or SEC 1 for SM2). @throws CodedError `leads.key-unreadable`, `leads.key-unsupported` */
export function signerFromPem(pem: string, certificatesPem: string | null = null): Signer {
  const secret = sm2Secret(pem);
  const signer = secret ? sm2Signer(secret, certificatesPem) : ed25519Signer(pem, certificatesPem);
  if (certificatesPem !== null && certificateKey(certificatesPem) !== signer.keyId)
    throw errors('leads.certificate-foreign');
  return signer;
}

/** PKCS #8 of a new Ed25519 key. */
export const newKeyPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function ed25519Signer(pem: string, certificatesPem: string | null): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw errors('leads.key-unreadable', { detail: (cause as Error).message }, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw errors('leads.key-unsupported', { type: key.asymmetricKeyType ?? '?' });
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    algorithm: 'Ed25519',
    keyId: keyIdOf(spki),
    publicKeyPem: toPem('PUBLIC KEY', spki),
    certificatesPem,
    sign: async (message) => sign(null, message, key),
  };
}

function sm2Signer(secret: Uint8Array, certificatesPem: string | null): Signer {
  const spki = sm2Spki(sm2Point(secret));
  return {
    algorithm: 'SM2',
    keyId: keyIdOf(spki),
    publicKeyPem: toPem('PUBLIC KEY', spki),
    certificatesPem,
    sign: async (message) => signSm2(secret, message),
  };
}

/** The 32 bytes of an SM2 key; null where the PEM holds a key of another kind. RFC 5958 and RFC 5915. */
function sm2Secret(pem: string): Uint8Array | null {
  const [block] = pemBlocks(pem, /PRIVATE KEY$/);
  if (!block) return null;
  try {
    const [, second, third] = readDer(block).children;
    if (second?.tag === TAG.OCTET_STRING) {
      // SEC 1: version, secret, [0] curve.
      const curve = third?.children[0];
      return curve && oidOf(curve) === SM2_CURVE ? second.content : null;
    }
    const [kind, curve] = second?.children ?? [];
    if (oidOf(kind) !== EC_PUBLIC_KEY || oidOf(curve) !== SM2_CURVE || !third) return null;
    return readDer(third.content).children[1]?.content ?? null;
  } catch {
    return null; // what it is instead, Node says
  }
}

function certificateKey(pem: string): string {
  const [block] = pemBlocks(pem, /^CERTIFICATE$/);
  if (!block) throw errors('leads.key-unreadable', { detail: 'no certificate in the PEM' });
  return keyIdOf(spkiOf(block));
}
