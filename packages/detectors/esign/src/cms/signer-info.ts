// RFC 5652, 5.3 (SignerInfo) and RFC 5035 (which certificate signed).
import { type Asn1, TAG } from '../asn1/reader.ts';
import { integerHex, octetsOf, oidOf } from '../asn1/values.ts';
import { encodeSetOf, toDer } from '../asn1/writer.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { nameKey } from '../certificates/name.ts';
import { type DigestName, digest, digestByOid } from '../crypto/digest.ts';
import { type Attributes, readAttributes } from './attributes.ts';

export interface SignerInfo {
  readonly identifier: Asn1;
  readonly digestOid: string;
  /** Null where the content itself is signed. */
  readonly signedAttributes: Asn1 | null;
  readonly signed: Attributes;
  readonly unsigned: Attributes;
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
}

/** @throws `esign.malformed-asn1` */
export function readSignerInfo(node: Asn1): SignerInfo {
  node.expect(TAG.SEQUENCE).at(0).expect(TAG.INTEGER);
  const identifier = node.at(1).isContext(0) ? node.at(1) : node.at(1).expect(TAG.SEQUENCE);
  const signedAttributes = node.at(3).isContext(0) ? node.at(3) : null;
  const next = signedAttributes ? 4 : 3;
  const unsignedAttributes = node.children[next + 2];
  return {
    identifier,
    digestOid: oidOf(node.at(2).expect(TAG.SEQUENCE).at(0)),
    signedAttributes,
    signed: readAttributes(signedAttributes),
    unsigned: readAttributes(unsignedAttributes?.isContext(1) ? unsignedAttributes : null),
    signatureAlgorithm: node.at(next).expect(TAG.SEQUENCE),
    signature: octetsOf(node.at(next + 1).expect(TAG.OCTET_STRING)),
  };
}

/**
 * What was signed where there are signed attributes: their SET OF in DER (RFC 5652, 5.4). First as it lies in the file, in the order it
 * has there, since many signers do not sort; then in DER proper, where that differs. Both are the same attributes.
 */
export function signedAttributeEncodings(attributes: Asn1): readonly Uint8Array[] {
  const asSet = (bytes: Uint8Array) => Buffer.concat([Uint8Array.of(0x31), bytes.subarray(1)]);
  const unsorted = asSet(toDer(attributes));
  const sorted = Buffer.from(encodeSetOf(attributes.children.map((child) => toDer(child))));
  const encodings = attributes.indefinite ? [unsorted] : [asSet(attributes.bytes), unsorted];
  return [...encodings, sorted].filter(
    (encoding, index, all) => all.findIndex((other) => other.equals(encoding)) === index,
  );
}

/** Those whom `identifier`, IssuerAndSerialNumber or [0] SubjectKeyIdentifier, names. */
export function identified(identifier: Asn1, certificates: readonly Certificate[]): readonly Certificate[] {
  if (identifier.isContext(0)) {
    const key = Buffer.from(octetsOf(identifier)).toString('hex');
    return certificates.filter(({ extensions }) => extensions.subjectKeyIdentifier === key);
  }
  const issuer = nameKey(identifier.at(0).bytes);
  const serial = integerHex(identifier.at(1));
  return certificates.filter(
    ({ issuerKey, serialNumber }) => serialNumber === serial && issuerKey === issuer,
  );
}

/**
 * Whether the signed ESS attribute names `certificate`; null where there is no such attribute.
 * The first entry is the signer's (RFC 5035, 5.4).
 */
export function essNames(signed: Attributes, certificate: Certificate): boolean | null {
  const v2 = signed.one('signingCertificateV2');
  const entry = (v2 ?? signed.one('signingCertificate'))?.at(0).at(0);
  if (!entry) return null;
  const explicit = v2 !== null && entry.at(0).is(TAG.SEQUENCE);
  const implied: DigestName = v2 === null ? 'SHA1' : 'SHA256';
  const name = explicit ? digestByOid(oidOf(entry.at(0).at(0))) : implied;
  const hash = octetsOf(entry.at(explicit ? 1 : 0).expect(TAG.OCTET_STRING));
  return name !== null && Buffer.compare(hash, digest(name, certificate.der)) === 0;
}
