// RFC 5652, 5.4 and 5.6: message digest and signature of one signer.
import { readAsn1 } from '../asn1/reader.ts';
import { octetsOf, oidOf, timeOf } from '../asn1/values.ts';
import type { Certificate } from '../certificates/certificate.ts';
import {
  algorithmName,
  type SignatureAlgorithm,
  type SignatureScheme,
  signatureAlgorithm,
} from '../crypto/algorithm.ts';
import { type DigestName, digest, digestByOid } from '../crypto/digest.ts';
import { type VerifyOutcome, verifySignature } from '../crypto/verify.ts';
import { type Remark, remark } from '../remark.ts';
import { readAttributes } from './attributes.ts';
import { signedContent } from './content.ts';
import { essNames, identified, type SignerInfo, signedAttributeEncodings } from './signer-info.ts';
import type { SignedData } from './structure.ts';

/** Plain data, as RFC 5652 and as GB/T 35275 call it; real files mix them. */
const DATA = new Set(['1.2.840.113549.1.7.1', '1.2.156.10197.6.1.4.2.1']);
const sameType = (a: string, b: string) => a === b || (DATA.has(a) && DATA.has(b));

export type DigestOutcome = 'match' | 'mismatch' | 'missing' | 'unsupported';

/** What can be said of one signer's signature without knowing whom to trust. */
export interface SignerCheck {
  /** The content is what was signed, and the signature over it holds, whoever signed. */
  readonly intact: boolean;
  readonly digest: DigestOutcome;
  readonly signature: VerifyOutcome;
  readonly digestName: DigestName | null;
  /** Where the CMS carries and signs the content's hash instead of the content: which hash that is. */
  readonly contentHash: DigestName | null;
  /** Every hash that the signature rests on. */
  readonly hashes: readonly (DigestName | null)[];
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
  const named = identified(info.identifier, certificates);
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
    ? signedAttributeEncodings(info.signedAttributes).map((encoding) => [encoding])
    : content && [content];
  if (!messages) return 'unsupported';
  const { signature } = info;
  const outcomes = messages.map((message) =>
    verifySignature({ spki: signer.spki, algorithm, message, signature }),
  );
  return outcomes.find((outcome) => outcome === 'valid') ?? outcomes[0]!;
}

/**
 * The hash that RSA was done with. It stands in the signature itself (RFC 8017, 8.2.2), so that a SignerInfo whose
 * signatureAlgorithm names another than its digestAlgorithm can still be told: the content is what was signed.
 */
function misnamed(
  info: SignerInfo,
  signer: Certificate | null,
  named: SignatureAlgorithm | null,
  digestName: DigestName | null,
  content: readonly Uint8Array[] | null,
): SignatureAlgorithm | null {
  if (named?.scheme !== 'RSA' || !digestName || named.digest === digestName) return null;
  const other: SignatureAlgorithm = { ...named, digest: digestName };
  if (signatureOutcome(info, signer, named, content) === 'valid') return null;
  return signatureOutcome(info, signer, other, content) === 'valid' ? other : null;
}

/**
 * Whether content signed without attributes could be another signature's signed attributes, passed off as content
 * (Van Geest and Strenzke, draft-ietf-lamps-cms-euf-cma-signeddata).
 */
function looksLikeAttributes(content: readonly Uint8Array[]): boolean {
  if (content[0]?.[0] !== 0x31) return false;
  try {
    return readAttributes(readAsn1(Buffer.concat(content))).one('messageDigest') !== null;
  } catch {
    return false;
  }
}

function* attributeRemarks(
  info: SignerInfo,
  contentType: string,
  content: readonly Uint8Array[] | null,
): Generator<Remark> {
  for (const attribute of info.signed.repeated) {
    yield remark('attribute-repeated', 'FORMAT_FAILURE', { attribute });
  }
  if (!info.signedAttributes) {
    // RFC 5652, 5.3: anything but plain data must be named in signed attributes.
    const forged = content !== null && looksLikeAttributes(content);
    if (!DATA.has(contentType) || forged) {
      yield remark('attribute-missing', 'FORMAT_FAILURE', { attribute: 'signedAttrs' });
    }
    return;
  }
  if (!info.signed.one('messageDigest')) {
    yield remark('attribute-missing', 'FORMAT_FAILURE', { attribute: 'messageDigest' });
  }
  const claimed = info.signed.one('contentType');
  if (!claimed) yield remark('attribute-missing', 'SIG_CONSTRAINTS_FAILURE', { attribute: 'contentType' });
  else if (!sameType(oidOf(claimed), contentType)) {
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

/** RFC 8419, 3.1: the hash that goes with each. */
const EDDSA_DIGEST: Readonly<Partial<Record<SignatureScheme, DigestName>>> = {
  Ed25519: 'SHA512',
  Ed448: 'SHAKE256',
};

function* outcomeRemarks(
  info: SignerInfo,
  check: Omit<SignerCheck, 'remarks' | 'intact'>,
): Generator<Remark> {
  const { algorithm, digestName, signatureAlgorithm: found } = check;
  if (check.digest === 'unsupported') {
    yield remark('digest-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: info.digestOid });
  }
  if (check.signature === 'invalid') yield remark('signature-invalid', 'SIG_CRYPTO_FAILURE', { algorithm });
  if (check.signature === 'unsupported' && check.signer) {
    yield remark('signature-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: algorithm });
  }
  const wanted = found && info.signedAttributes ? EDDSA_DIGEST[found.scheme] : undefined;
  if (found && wanted && digestName && wanted !== digestName) {
    const values = { scheme: found.scheme, digest: digestName };
    yield remark('digest-not-allowed', 'CRYPTO_CONSTRAINTS_FAILURE', values);
  }
}

/**
 * @param content what is to have been signed, in pieces; null to take what the CMS carries
 * @throws `esign.malformed-asn1`
 */
export function checkSigner(
  info: SignerInfo,
  data: SignedData,
  content: readonly Uint8Array[] | null,
): SignerCheck {
  const digestName = digestByOid(info.digestOid);
  const { signed, contentHash, remarks: contentRemarks } = signedContent(content, data.content, digestName);
  const signer = signerOf(info, data.certificates);
  const bound = signer && essNames(info.signed, signer);
  const named = signatureAlgorithm(info.signatureAlgorithm, info.digestOid, signer && readAsn1(signer.spki));
  const used = misnamed(info, signer, named, digestName, signed);
  const found = used ?? named;
  const check = {
    digest: digestOutcome(info, digestName, signed),
    signature: signatureOutcome(info, signer, found, signed),
    digestName,
    contentHash,
    hashes: [digestName, contentHash],
    signatureAlgorithm: found,
    algorithm: found ? algorithmName(found) : oidOf(info.signatureAlgorithm.at(0)),
    signer,
    certificateBound: bound === true,
    signedAt: signingTime(info),
  };
  const remarks = [...attributeRemarks(info, data.contentType, signed), ...contentRemarks];
  if (!signer) remarks.push(remark('signer-missing', 'NO_SIGNING_CERTIFICATE_FOUND'));
  if (bound === false) remarks.push(remark('signer-mismatch', 'NO_SIGNING_CERTIFICATE_FOUND'));
  if (signed === null) remarks.push(remark('content-missing', 'SIGNED_DATA_NOT_FOUND'));
  if (check.digest === 'mismatch') {
    remarks.push(remark('hash-mismatch', 'HASH_FAILURE', { digest: digestName! }));
  }
  remarks.push(...outcomeRemarks(info, check));
  if (named && used) {
    const values = { named: algorithmName(named), used: algorithmName(used) };
    remarks.push(remark('algorithm-misnamed', 'FORMAT_FAILURE', values));
  }
  const contentHolds = check.digest === 'match' && contentRemarks.length === 0;
  return { ...check, intact: contentHolds && check.signature === 'valid', remarks };
}
