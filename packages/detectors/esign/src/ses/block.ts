import { readAsn1 } from '../asn1/reader.ts';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { algorithmName, type SignatureAlgorithm, signatureAlgorithm } from '../crypto/algorithm.ts';
import { digest, digestLength, digestNames } from '../crypto/digest.ts';
import { type VerifyOutcome, verifySignature } from '../crypto/verify.ts';
import type { SignedBlock, SignerList } from './types.ts';

export interface BlockVerdict {
  /** Null where it cannot be parsed. */
  readonly certificate: Certificate | null;
  readonly outcome: VerifyOutcome;
  /** Null where unsupported. */
  readonly algorithm: SignatureAlgorithm | null;
  /** `SM2-SM3` …, `unknown` where unsupported. */
  readonly algorithmName: string;
}

/** Whether the holder of the block's certificate signed what it says. */
export function verifyBlock({
  tbs,
  certificate: der,
  algorithm: identifier,
  signature,
}: SignedBlock): BlockVerdict {
  const certificate = tryCertificate(der);
  const algorithm = certificate && signatureAlgorithm(identifier, null, readAsn1(certificate.spki));
  if (!algorithm) return { certificate, outcome: 'unsupported', algorithm: null, algorithmName: 'unknown' };
  const outcome = verifySignature({ spki: certificate.spki, algorithm, message: [tbs], signature });
  return { certificate, outcome, algorithm, algorithmName: algorithmName(algorithm) };
}

/** Whether the certificate is in the list, by its octets or by a hash of them of whatever kind. */
export function isListed(der: Uint8Array, { kind, values }: SignerList): boolean {
  if (kind === 'certificates') return values.some((value) => Buffer.compare(value, der) === 0);
  return values.some((value) =>
    digestNames
      .filter((name) => name !== 'MD5' && digestLength(name) === value.length)
      .some((name) => Buffer.compare(digest(name, der), value) === 0),
  );
}
