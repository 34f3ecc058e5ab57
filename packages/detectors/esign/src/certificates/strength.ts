// ETSI EN 319 102-1, 5.2.8 (cryptographic constraints): algorithms against the time at which the signature is proven to have existed.

import { readAsn1 } from '../asn1/reader.ts';
import { type SignatureAlgorithm, signatureAlgorithm } from '../crypto/algorithm.ts';
import type { DigestName } from '../crypto/digest.ts';
import { type Weakness, weaknesses } from '../crypto/weak.ts';
import type { MessageCode } from '../messages.ts';
import { type Remark, remark } from '../remark.ts';
import type { Certificate } from './certificate.ts';
import { dateOf, type Moments, nameOf, referenceTime } from './validity.ts';

/** @param made a time before which it cannot have been made; null where unknown */
function judgeWeakness(
  { algorithm, from, source }: Weakness,
  code: MessageCode,
  name: string,
  moments: Moments,
  made: Date | null,
): Remark {
  const values = { algorithm, from: dateOf(from), source, name };
  if (referenceTime(moments) < from) return remark(code, null, values);
  const after = made !== null && made >= from;
  return remark(code, after ? 'CRYPTO_CONSTRAINTS_FAILURE' : 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', values);
}

/** What is weak of a signature: made with the key of `signer`, hence not before that was certified. */
export function signatureStrength(
  algorithm: SignatureAlgorithm,
  signer: Certificate,
  hashes: readonly (DigestName | null)[],
  moments: Moments,
): readonly Remark[] {
  const made = moments.notEarlierThan ?? signer.notBefore;
  return weaknesses(algorithm, signer.spki, hashes).map((weakness) =>
    judgeWeakness(weakness, 'algorithm-weak', nameOf(signer), moments, made),
  );
}

/** The same of the certificates of a chain. @param path from the leaf to the anchor, whose own signature nobody relies on */
export function chainStrength(path: readonly Certificate[], moments: Moments): readonly Remark[] {
  return path.slice(0, -1).flatMap((certificate, index) => {
    const issuer = path[index + 1]!;
    const algorithm = signatureAlgorithm(certificate.signatureAlgorithm, null, readAsn1(issuer.spki));
    return (algorithm ? weaknesses(algorithm, issuer.spki) : []).map((weakness) =>
      judgeWeakness(
        weakness,
        'certificate-algorithm-weak',
        nameOf(certificate),
        moments,
        certificate.notBefore,
      ),
    );
  });
}
