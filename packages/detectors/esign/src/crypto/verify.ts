import { constants, createPublicKey, createVerify, type KeyObject, verify } from 'node:crypto';
import { readAsn1 } from '../asn1/reader.ts';
import { bitsOf } from '../asn1/values.ts';
import { isSm2Key, type SignatureAlgorithm } from './algorithm.ts';
import { nodeDigest } from './digest.ts';
import { verifySm2 } from './sm2.ts';

export type { SignatureAlgorithm } from './algorithm.ts';

/** `unsupported`: nothing can be said of it, since the key or the algorithm cannot be used here. */
export type VerifyOutcome = 'valid' | 'invalid' | 'unsupported';

export interface SignatureInput {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  /** What was signed, in pieces. */
  readonly message: readonly Uint8Array[];
  readonly signature: Uint8Array;
}

/** Kinds of keys that a scheme can use, as node:crypto names them. */
const keyTypes: Readonly<Record<string, readonly string[]>> = {
  RSA: ['rsa'],
  'RSA-PSS': ['rsa', 'rsa-pss'],
  DSA: ['dsa'],
  ECDSA: ['ec'],
  'ECDSA-PLAIN': ['ec'],
  Ed25519: ['ed25519'],
  Ed448: ['ed448'],
};

function keyOf(spki: Uint8Array): KeyObject | null {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

function verifyWithNode(input: SignatureInput): VerifyOutcome {
  const { algorithm, message, signature } = input;
  const key = keyOf(input.spki);
  if (!key || !keyTypes[algorithm.scheme]?.includes(key.asymmetricKeyType ?? '')) return 'unsupported';
  if (algorithm.digest === null) {
    return verify(null, Buffer.concat(message), key, signature) ? 'valid' : 'invalid';
  }
  const hash = createVerify(nodeDigest(algorithm.digest));
  for (const chunk of message) hash.update(chunk);
  const { pss } = algorithm;
  if (pss && pss.mgfDigest !== algorithm.digest) return 'unsupported';
  const padding = pss && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  const encoding = algorithm.scheme === 'ECDSA-PLAIN' ? 'ieee-p1363' : 'der';
  return hash.verify({ key, dsaEncoding: encoding, ...padding }, signature) ? 'valid' : 'invalid';
}

/** Whether `signature` over `message` is of the key in `spki`. Never throws: what cannot be read is invalid. */
export function verifySignature(input: SignatureInput): VerifyOutcome {
  const sm2 = input.algorithm.scheme === 'SM2';
  try {
    const spki = readAsn1(input.spki);
    if (sm2 !== isSm2Key(spki)) return 'unsupported';
    if (!sm2) return verifyWithNode(input);
    const holds = verifySm2(bitsOf(spki.at(1)), input.message, input.signature, input.algorithm.userId);
    return holds ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

export const verifyRaw = (input: SignatureInput): boolean => verifySignature(input) === 'valid';
