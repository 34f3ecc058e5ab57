import { constants, createVerify, verify } from 'node:crypto';
import { readAsn1 } from '../asn1/reader.ts';
import { bitsOf } from '../asn1/values.ts';
import { isSm2Key, type SignatureAlgorithm, type SignatureScheme } from './algorithm.ts';
import { digest, nodeDigest } from './digest.ts';
import { publicKey } from './key.ts';
import { verifyPkcs1Digest, verifyPssDigest } from './rsa.ts';
import { verifySm2, verifySm2Digest } from './sm2.ts';

export type { SignatureAlgorithm } from './algorithm.ts';

/** `unsupported`: nothing can be said of it, since the key or the algorithm cannot be used here. */
export type VerifyOutcome = 'valid' | 'invalid' | 'unsupported';

interface Signed {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
}

export interface SignatureInput extends Signed {
  /** What was signed, in pieces. */
  readonly message: readonly Uint8Array[];
}

export interface DigestInput extends Signed {
  /** The hash of what was signed; of SM2 the hash of Z and message (`sm2Z`). */
  readonly digest: Uint8Array;
}

/** Kinds of keys that a scheme can use, as node:crypto names them. */
const keyTypes: Readonly<Record<Exclude<SignatureScheme, 'SM2'>, readonly string[]>> = {
  RSA: ['rsa'],
  'RSA-PSS': ['rsa', 'rsa-pss'],
  DSA: ['dsa'],
  ECDSA: ['ec'],
  'ECDSA-PLAIN': ['ec'],
  Ed25519: ['ed25519'],
  Ed448: ['ed448'],
};

/** The key in `spki`, where `scheme` can use it. */
function keyFor(scheme: Exclude<SignatureScheme, 'SM2'>, spki: Uint8Array) {
  const key = publicKey(spki);
  return key && keyTypes[scheme].includes(key.asymmetricKeyType ?? '') ? key : null;
}

/** The uncompressed point of an SM2 key; null where `spki` holds another kind of key. */
function sm2Point(spki: Uint8Array): Uint8Array | null {
  const node = readAsn1(spki);
  return isSm2Key(node) ? bitsOf(node.at(1)) : null;
}

/** `check` says whether the signature holds, null where that cannot be told; what it throws comes of bad input. */
function outcome(check: () => boolean | null): VerifyOutcome {
  try {
    const holds = check();
    return holds === null ? 'unsupported' : holds ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

function holds({ spki, algorithm, message, signature }: SignatureInput): boolean | null {
  const { scheme, pss } = algorithm;
  if (scheme === 'SM2') {
    const point = sm2Point(spki);
    return point && verifySm2(point, message, signature, algorithm.userId);
  }
  const key = keyFor(scheme, spki);
  if (!key || (scheme === 'ECDSA' && sm2Point(spki))) return null;
  if (algorithm.digest === null) return verify(null, Buffer.concat(message), key, signature);
  if (pss && pss.mgfDigest !== algorithm.digest) {
    return verifyPssDigest(key, algorithm.digest, pss, digest(algorithm.digest, ...message), signature);
  }
  const hash = createVerify(nodeDigest(algorithm.digest));
  for (const chunk of message) hash.update(chunk);
  const padding = pss && { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  const dsaEncoding = scheme === 'ECDSA-PLAIN' ? 'ieee-p1363' : 'der';
  return hash.verify({ key, dsaEncoding, ...padding }, signature);
}

function digestHolds({ spki, algorithm, digest: hash, signature }: DigestInput): boolean | null {
  const { scheme, digest: name, pss } = algorithm;
  if (scheme === 'SM2') {
    const point = sm2Point(spki);
    return point && verifySm2Digest(point, hash, signature);
  }
  const key = keyFor(scheme, spki);
  if (!key || !name) return null;
  if (scheme === 'RSA') return verifyPkcs1Digest(key, name, hash, signature);
  return scheme === 'RSA-PSS' && pss ? verifyPssDigest(key, name, pss, hash, signature) : null;
}

/** Whether `signature` over `message` is of the key in `spki`. Never throws: what cannot be read is invalid. */
export const verifySignature = (input: SignatureInput): VerifyOutcome => outcome(() => holds(input));

/** The same where only the hash is known: RSA and SM2; other schemes are `unsupported`. */
export const verifyDigest = (input: DigestInput): VerifyOutcome => outcome(() => digestHolds(input));

export const verifyRaw = (input: SignatureInput): boolean => verifySignature(input) === 'valid';
