// RFC 5280, 4.1, and GB/T 20518, which is the same with SM2.
import type { CertificateFacts } from '@jianzhen/evidence';
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { bitsOf, integerHex, timeOf } from '../asn1/values.ts';
import { type SignatureAlgorithm, signatureAlgorithm } from '../crypto/algorithm.ts';
import { digest } from '../crypto/digest.ts';
import { type VerifyOutcome, verifySignature } from '../crypto/verify.ts';
import { errors } from '../errors.ts';
import { type Extensions, readExtensions } from './extensions.ts';
import { commonNameOf, nameKey, nameText } from './name.ts';

export interface Certificate {
  /** As in the file, without what may follow it. */
  readonly der: Uint8Array;
  /** What its issuer signed, as in the file. */
  readonly tbs: Uint8Array;
  readonly facts: CertificateFacts;
  readonly commonName: string | null;
  /** Hexadecimal, without leading zero octets. */
  readonly serialNumber: string;
  /** Names in DER, and in the form under which they are compared. */
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subjectKey: string;
  readonly issuerKey: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo in DER. */
  readonly spki: Uint8Array;
  readonly extensions: Extensions;
  /** The AlgorithmIdentifier under which the issuer signed. */
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
}

function parse(der: Uint8Array): Certificate {
  const root = readAsn1(der).expect(TAG.SEQUENCE);
  const tbs = root.at(0).expect(TAG.SEQUENCE);
  const versioned = tbs.at(0).isContext(0) ? 1 : 0;
  const field = (index: number) => tbs.at(index + versioned);
  const [notBefore, notAfter] = [timeOf(field(3).at(0)), timeOf(field(3).at(1))];
  const serialNumber = integerHex(field(0));
  const { bytes } = root;
  return {
    der: bytes,
    tbs: tbs.bytes,
    facts: {
      subject: nameText(field(4)),
      issuer: nameText(field(2)),
      serialNumber,
      validFrom: notBefore.toISOString(),
      validTo: notAfter.toISOString(),
      sha256: Buffer.from(digest('SHA256', bytes)).toString('hex'),
    },
    commonName: commonNameOf(field(4)),
    serialNumber,
    subject: field(4).bytes,
    issuer: field(2).bytes,
    subjectKey: nameKey(field(4).bytes),
    issuerKey: nameKey(field(2).bytes),
    notBefore,
    notAfter,
    spki: field(5).expect(TAG.SEQUENCE).bytes,
    extensions: readExtensions(tbs.context(3)?.at(0) ?? null),
    signatureAlgorithm: root.at(1),
    signature: bitsOf(root.at(2)),
  };
}

/** @throws `esign.malformed-certificate` */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return parse(der);
  } catch (thrown) {
    throw errors('esign.malformed-certificate', {}, { cause: thrown });
  }
}

/** The certificate, or null where it cannot be parsed: one odd certificate among many shall not cost the others. */
export function tryCertificate(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch {
    return null;
  }
}

export const sameCertificate = (a: Certificate, b: Certificate): boolean => a.facts.sha256 === b.facts.sha256;

/** The algorithm under which the holder of `issuer` signed something; null where unsupported. */
export const issuerAlgorithm = (identifier: Asn1, issuer: Certificate): SignatureAlgorithm | null =>
  signatureAlgorithm(identifier, null, readAsn1(issuer.spki));

/** Whether `issuer`'s key signed `tbs`. */
export function signedBy(
  issuer: Certificate,
  tbs: Uint8Array,
  identifier: Asn1,
  signature: Uint8Array,
): VerifyOutcome {
  const algorithm = issuerAlgorithm(identifier, issuer);
  if (!algorithm) return 'unsupported';
  return verifySignature({ spki: issuer.spki, algorithm, message: [tbs], signature });
}
