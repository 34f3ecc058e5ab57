// Algorithm identifiers: RFC 8017 (RSA), RFC 5758 and BSI TR-03111 (ECDSA), RFC 8419 (EdDSA), GM/T 0006 (SM2), RFC 5480 (keys).
import { type Asn1, TAG } from '../asn1/reader.ts';
import { integerOf, oidOf } from '../asn1/values.ts';
import { type DigestName, digestByOid } from './digest.ts';

export type SignatureScheme =
  | 'RSA'
  | 'RSA-PSS'
  | 'DSA'
  | 'ECDSA'
  | 'ECDSA-PLAIN'
  | 'Ed25519'
  | 'Ed448'
  | 'SM2';

export interface SignatureAlgorithm {
  readonly scheme: SignatureScheme;
  /** Null where the scheme hashes by itself (EdDSA). */
  readonly digest: DigestName | null;
  /** Of RSA-PSS. */
  readonly pss?: { readonly mgfDigest: DigestName; readonly saltLength: number };
  /** Of SM2: the signer's distinguishing identifier; `1234567812345678` (GM/T 0009) unless told. */
  readonly userId?: string;
}

const rsa = (digest: DigestName): SignatureAlgorithm => ({ scheme: 'RSA', digest });
const ecdsa = (digest: DigestName): SignatureAlgorithm => ({ scheme: 'ECDSA', digest });
const plain = (digest: DigestName): SignatureAlgorithm => ({ scheme: 'ECDSA-PLAIN', digest });
const dsa = (digest: DigestName): SignatureAlgorithm => ({ scheme: 'DSA', digest });
const sm2: SignatureAlgorithm = { scheme: 'SM2', digest: 'SM3' };

/** Object identifiers that name scheme and digest. */
const signatures: Readonly<Record<string, SignatureAlgorithm>> = {
  '1.2.840.113549.1.1.4': rsa('MD5'),
  '1.2.840.113549.1.1.5': rsa('SHA1'),
  '1.3.14.3.2.29': rsa('SHA1'),
  '1.2.840.113549.1.1.14': rsa('SHA224'),
  '1.2.840.113549.1.1.11': rsa('SHA256'),
  '1.2.840.113549.1.1.12': rsa('SHA384'),
  '1.2.840.113549.1.1.13': rsa('SHA512'),
  '2.16.840.1.101.3.4.3.14': rsa('SHA3-256'),
  '2.16.840.1.101.3.4.3.15': rsa('SHA3-384'),
  '2.16.840.1.101.3.4.3.16': rsa('SHA3-512'),
  '1.2.840.10045.4.1': ecdsa('SHA1'),
  '1.2.840.10045.4.3.1': ecdsa('SHA224'),
  '1.2.840.10045.4.3.2': ecdsa('SHA256'),
  '1.2.840.10045.4.3.3': ecdsa('SHA384'),
  '1.2.840.10045.4.3.4': ecdsa('SHA512'),
  '2.16.840.1.101.3.4.3.10': ecdsa('SHA3-256'),
  '2.16.840.1.101.3.4.3.11': ecdsa('SHA3-384'),
  '2.16.840.1.101.3.4.3.12': ecdsa('SHA3-512'),
  '0.4.0.127.0.7.1.1.4.1.1': plain('SHA1'),
  '0.4.0.127.0.7.1.1.4.1.2': plain('SHA224'),
  '0.4.0.127.0.7.1.1.4.1.3': plain('SHA256'),
  '0.4.0.127.0.7.1.1.4.1.4': plain('SHA384'),
  '0.4.0.127.0.7.1.1.4.1.5': plain('SHA512'),
  '1.2.840.10040.4.3': dsa('SHA1'),
  '2.16.840.1.101.3.4.3.1': dsa('SHA224'),
  '2.16.840.1.101.3.4.3.2': dsa('SHA256'),
  '1.3.101.112': { scheme: 'Ed25519', digest: null },
  '1.3.101.113': { scheme: 'Ed448', digest: null },
  '1.2.156.10197.1.501': sm2,
  '1.2.156.10197.1.301': sm2,
  '1.2.156.10197.1.301.1': sm2,
};

const OID = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  ecPublicKey: '1.2.840.10045.2.1',
  dsa: '1.2.840.10040.4.1',
  sm2Curve: '1.2.156.10197.1.301',
  sm3WithRsa: '1.2.156.10197.1.504',
};

/** RSASSA-PSS-params (RFC 8017, A.2.3). */
function pss(parameters: Asn1 | undefined): SignatureAlgorithm | null {
  let digest: DigestName | null = 'SHA1';
  let mgfDigest: DigestName | null = 'SHA1';
  let saltLength = 20;
  if (parameters?.is(TAG.SEQUENCE)) {
    const hash = parameters.context(0);
    const mask = parameters.context(1);
    const salt = parameters.context(2);
    if (hash) digest = digestByOid(oidOf(hash.at(0).at(0)));
    if (mask) mgfDigest = digestByOid(oidOf(mask.at(0).at(1).at(0)));
    if (salt) saltLength = integerOf(salt.at(0));
  }
  return digest && mgfDigest ? { scheme: 'RSA-PSS', digest, pss: { mgfDigest, saltLength } } : null;
}

/** Curve of an EC SubjectPublicKeyInfo, null where the key is of another kind or its parameters are spelt out. */
export function curveOf(spki: Asn1): string | null {
  const identifier = spki.at(0);
  if (oidOf(identifier.at(0)) !== OID.ecPublicKey) return null;
  const parameters = identifier.children[1];
  return parameters?.is(TAG.OID) ? oidOf(parameters) : null;
}

/** Whether a SubjectPublicKeyInfo holds a key on the SM2 curve. */
export const isSm2Key = (spki: Asn1): boolean =>
  curveOf(spki) === OID.sm2Curve || oidOf(spki.at(0).at(0)) === OID.sm2Curve;

/**
 * What an AlgorithmIdentifier stands for; null where unsupported.
 * @param digestOid of CMS's digestAlgorithm, which completes identifiers that name a key's kind alone
 * @param spki of the signer, which tells SM2 from ECDSA
 */
export function signatureAlgorithm(
  identifier: Asn1,
  digestOid: string | null,
  spki: Asn1 | null,
): SignatureAlgorithm | null {
  const oid = oidOf(identifier.at(0));
  const hash = digestOid === null ? null : digestByOid(digestOid);
  if (spki && isSm2Key(spki) && (signatures[oid]?.scheme === 'SM2' || oid === OID.ecPublicKey)) return sm2;
  if (oid === OID.rsaPss) return pss(identifier.children[1]);
  if (oid === OID.sm3WithRsa) return rsa('SM3');
  if (oid === OID.rsaEncryption) return hash && rsa(hash);
  if (oid === OID.ecPublicKey) return hash && ecdsa(hash);
  if (oid === OID.dsa) return hash && dsa(hash);
  return signatures[oid] ?? null;
}

/** `RSA-SHA256`, `SM2-SM3`, `Ed25519` … */
export const algorithmName = ({ scheme, digest }: SignatureAlgorithm): string =>
  digest === null ? scheme : `${scheme === 'ECDSA-PLAIN' ? 'ECDSA' : scheme}-${digest}`;
