import { constants, type KeyObject, verify, X509Certificate } from 'node:crypto';
import { type DerNode, oidOf } from '../der/read.ts';
import { sm2PointOf, spkiOf } from '../keys/public.ts';
import { verifySm2 } from '../keys/sm2.ts';

/** Digests by OID, under Node's names. SHA-1 is left out: it proves nothing any more. */
export const DIGESTS: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.156.10197.1.401': 'sm3',
};

const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const SM2_WITH_SM3 = '1.2.156.10197.1.501';
const SM2_SIGN = '1.2.156.10197.1.301.1';
/** Signature algorithms that name their digest themselves. */
const COMBINED: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

export interface CmsSignature {
  readonly algorithm: string;
  readonly parameters: DerNode | null;
  readonly digest: string;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Whether the signature holds under the certificate's key; false also for algorithms that are not known. */
export function holds(certificate: Uint8Array, signed: CmsSignature): boolean {
  const { algorithm, parameters, digest, message, signature } = signed;
  if (algorithm === SM2_WITH_SM3 || algorithm === SM2_SIGN) {
    const point = sm2PointOf(spkiOf(certificate));
    return point !== null && verifySm2(point, message, signature);
  }
  const key: KeyObject = new X509Certificate(certificate).publicKey;
  const named = COMBINED[algorithm] ?? (algorithm === RSA ? digest : null);
  if (named) return verify(named, message, key, signature);
  if (algorithm === RSA_PSS) {
    // The digest of the parameters ([0], SHA-1 where absent) must be the one that the signer names.
    const inner = parameters?.children.find(({ tagClass, tag }) => tagClass === 'context' && tag === 0);
    if (DIGESTS[oidOf(inner?.children[0]?.children[0])] !== digest) return false;
    return verify(
      digest,
      message,
      { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO },
      signature,
    );
  }
  return key.asymmetricKeyType === 'ed25519' && algorithm === '1.3.101.112'
    ? verify(null, message, key, signature)
    : false;
}
