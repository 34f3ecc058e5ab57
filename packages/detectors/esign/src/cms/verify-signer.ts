// RFC 5652, 5.4 and 5.6: message digest and signature of one signer.
import { readAsn1, TAG } from '../asn1/reader.ts';
import { octetsOf, oidOf, timeOf } from '../asn1/values.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { algorithmName, type SignatureAlgorithm, signatureAlgorithm } from '../crypto/algorithm.ts';
import { type DigestName, digest, digestByOid } from '../crypto/digest.ts';
import { type VerifyOutcome, verifySignature } from '../crypto/verify.ts';
import { type Remark, remark } from '../remark.ts';
import { essNames, identifies, type SignerInfo, signedAttributeEncodings } from './signer-info.ts';
import type { SignedData } from './structure.ts';

const DATA = new Set(['1.2.840.113549.1.7.1', '1.2.156.10197.6.1.4.2.1']);

export type DigestOutcome = 'match' | 'mismatch' | 'missing' | 'unsupported';

/** What can be said of one signer's signature without knowing whom to trust. */
export interface SignerCheck {
  /** The content is what was signed, and the signature over it holds, whoever signed. */
  readonly intact: boolean;
  readonly digest: DigestOutcome;
  readonly signature: VerifyOutcome;
  readonly digestName: DigestName | null;
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  /** `RSA-SHA256`, `SM2-SM3` …; the object identifier where it is not known. */
  readonly algorithm: string;
  readonly signer: Certificate | null;
  /** An ESS attribute binds the certificate to the signature. */
  readonly certificateBound: boolean;
  /** As the signer claims. */
  readonly signedAt: Date | null;
  readonly remarks: readonly Remark[];
}

/** The signer's certificate: whom the signature names; of several, the one that its ESS attribute names. */
function signerOf(info: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  const named = certificates.filter((certificate) => identifies(info.identifier, certificate));
  return named.find((certificate) => essNames(info.signed, certificate) === true) ?? named[0] ?? null;
}

function digestOutcome(
  info: SignerInfo,
  name: DigestName | null,
  content: readonly Uint8Array[] | null,
): DigestOutcome {
  if (content === null) return 'missing';
  if (name === null) return 'unsupported';
  // Without attributes the signature is over the content itself, and tells by itself.
  if (!info.signedAttributes) return 'match';
  const claimed = info.signed.one('messageDigest');
  if (!claimed) return 'missing';
  return Buffer.compare(octetsOf(claimed), digest(name, ...content)) === 0 ? 'match' : 'mismatch';
}

function signatureOutcome(
  info: SignerInfo,
  signer: Certificate | null,
  algorithm: SignatureAlgorithm | null,
  content: readonly Uint8Array[] | null,
): VerifyOutcome {
  if (!signer || !algorithm) return 'unsupported';
  const messages = info.signedAttributes
    ? signedAttributeEncodings(info.signedAttributes)
    : content && [content];
  if (!messages) return 'unsupported';
  const { signature } = info;
  const outcomes = messages.map((message) =>
    verifySignature({ spki: signer.spki, algorithm, message, signature }),
  );
  return outcomes.find((outcome) => outcome === 'valid') ?? outcomes[0]!;
}

function* attributeRemarks(info: SignerInfo, contentType: string): Generator<Remark> {
  for (const attribute of info.signed.repeated) {
    yield remark('attribute-repeated', 'FORMAT_FAILURE', { attribute });
  }
  if (!info.signedAttributes) {
    // RFC 5652, 5.3: anything but plain data must be named in signed attributes.
    if (!DATA.has(contentType))
      yield remark('attribute-missing', 'FORMAT_FAILURE', { attribute: 'signedAttrs' });
    return;
  }
  if (!info.signed.one('messageDigest')) {
    yield remark('attribute-missing', 'FORMAT_FAILURE', { attribute: 'messageDigest' });
  }
  const claimed = info.signed.one('contentType');
  if (!claimed) yield remark('attribute-missing', 'SIG_CONSTRAINTS_FAILURE', { attribute: 'contentType' });
  else if (oidOf(claimed) !== contentType) {
    const values = { claimed: oidOf(claimed), actual: contentType };
    yield remark('content-type-mismatch', 'FORMAT_FAILURE', values);
  }
}

function signingTime(info: SignerInfo): Date | null {
  const value = info.signed.one('signingTime');
  try {
    return value && timeOf(value);
  } catch {
    return null;
  }
}

/**
 * @param content what is to have been signed, in pieces; null where it cannot be found
 * @throws `esign.malformed-asn1`
 */
export function checkSigner(
  info: SignerInfo,
  data: SignedData,
  content: readonly Uint8Array[] | null,
): SignerCheck {
  const remarks = [...attributeRemarks(info, data.contentType)];
  const signer = signerOf(info, data.certificates);
  const bound = signer && essNames(info.signed, signer);
  const digestName = digestByOid(info.digestOid);
  const digestFound = digestOutcome(info, digestName, content);
  const spki = signer && readAsn1(signer.spki);
  const algorithm = signatureAlgorithm(info.signatureAlgorithm, info.digestOid, spki);
  const signature = signatureOutcome(info, signer, algorithm, content);
  const oid = oidOf(info.signatureAlgorithm.expect(TAG.SEQUENCE).at(0));
  const name = algorithm ? algorithmName(algorithm) : oid;
  if (!signer) remarks.push(remark('signer-missing', 'NO_SIGNING_CERTIFICATE_FOUND'));
  if (bound === false) remarks.push(remark('signer-mismatch', 'NO_SIGNING_CERTIFICATE_FOUND'));
  if (content === null) remarks.push(remark('content-missing', 'SIGNED_DATA_NOT_FOUND'));
  if (digestFound === 'unsupported') {
    remarks.push(remark('digest-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: info.digestOid }));
  }
  if (digestFound === 'mismatch')
    remarks.push(remark('hash-mismatch', 'HASH_FAILURE', { digest: digestName! }));
  if (signature === 'invalid') {
    remarks.push(remark('signature-invalid', 'SIG_CRYPTO_FAILURE', { algorithm: name }));
  }
  if (signature === 'unsupported' && signer && content) {
    remarks.push(remark('signature-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: name }));
  }
  return {
    intact: digestFound === 'match' && signature === 'valid',
    digest: digestFound,
    signature,
    digestName,
    signatureAlgorithm: algorithm,
    algorithm: name,
    signer,
    certificateBound: bound === true,
    signedAt: signingTime(info),
    remarks,
  };
}
