// GM/T 0031-2014, 6 and 7 (version 1); GB/T 38540-2020, 6 and 7 (version 4).
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { integerOf, octetsOf, textOf } from '../asn1/values.ts';
import { encode } from '../asn1/writer.ts';
import { errors } from '../errors.ts';
import type { SealPicture, SesSeal, SesSignature, SignedBlock, SignerList } from './types.ts';
import { readBits, readTime } from './values.ts';

/** @throws `esign.malformed-ses`, `esign.malformed-asn1` */
export function parseSesSignature(bytes: Uint8Array): SesSignature {
  const root = readAsn1(bytes).expect(TAG.SEQUENCE);
  const toSign = root.at(0).expect(TAG.SEQUENCE);
  // Version 1 signs the certificate as well, so that nothing stands between what is signed and its signature.
  return root.at(1).is(TAG.BIT_STRING) ? parseVersion1(root, toSign) : parseVersion4(root, toSign);
}

/** TBS_Sign { version, eseal, timeInfo, dataHash, propertyInfo, cert, signatureAlgorithm }, signature. */
function parseVersion1(root: Asn1, toSign: Asn1): SesSignature {
  const time = toSign.at(2);
  const token = timestampToken(time);
  return {
    version: 1,
    seal: parseSesSeal(toSign.at(1)),
    signedAt: token ? null : readTime(time),
    dataHash: readBits(toSign.at(3)),
    propertyInfo: textOf(toSign.at(4)),
    signer: signedBlock(toSign.bytes, toSign.at(5), toSign.at(6), root.at(1)),
    timestamp: token,
  };
}

/** TBS_Sign { version, eseal, timeInfo, dataHash, propertyInfo, [0] extDatas }, cert, signatureAlgID, signature, [0] timeStamp. */
function parseVersion4(root: Asn1, toSign: Asn1): SesSignature {
  const timestamp = root.context(0)?.at(0) ?? null;
  return {
    version: 4,
    seal: parseSesSeal(toSign.at(1)),
    signedAt: readTime(toSign.at(2)),
    dataHash: readBits(toSign.at(3)),
    propertyInfo: textOf(toSign.at(4)),
    signer: signedBlock(toSign.bytes, root.at(1), root.at(2), root.at(3)),
    timestamp: timestamp && (timestamp.is(TAG.BIT_STRING) ? readBits(timestamp) : timestamp.bytes),
  };
}

/** A seal on its own (Seal.esl) or within a signature. @throws `esign.malformed-ses`, `esign.malformed-asn1` */
export function parseSesSeal(input: Uint8Array | Asn1): SesSeal {
  const root = (input instanceof Uint8Array ? readAsn1(input) : input).expect(TAG.SEQUENCE);
  const info = root.at(0).expect(TAG.SEQUENCE);
  const header = info.at(0).expect(TAG.SEQUENCE);
  if (textOf(header.at(0)) !== 'ES') throw errors('esign.malformed-ses', { problem: 'no electronic seal' });
  const property = info.at(2).expect(TAG.SEQUENCE);
  // Version 4 tells the kind of its list before the list.
  const listed = property.at(2).is(TAG.INTEGER);
  const [list, created, from, to] = [0, 1, 2, 3].map((index) => property.at(index + (listed ? 3 : 2)));
  const version = root.children.length === 2 ? 1 : 4;
  return {
    version,
    id: textOf(info.at(1)),
    vendor: textOf(header.at(2)),
    name: textOf(property.at(1)),
    signers: signerList(list!, listed ? integerOf(property.at(2)) : 1),
    createdAt: readTime(created!),
    validFrom: readTime(from!),
    validTo: readTime(to!),
    picture: parsePicture(info.at(3)),
    maker:
      version === 1
        ? makerOfVersion1(info, root.at(1))
        : signedBlock(info.bytes, root.at(1), root.at(2), root.at(3)),
  };
}

function makerOfVersion1(info: Asn1, signInfo: Asn1): SignedBlock {
  const [certificate, algorithm] = [signInfo.at(0), signInfo.at(1)];
  const tbs = encode(0x30, info.bytes, certificate.bytes, algorithm.bytes);
  return signedBlock(tbs, certificate, algorithm, signInfo.at(2));
}

const signedBlock = (tbs: Uint8Array, certificate: Asn1, algorithm: Asn1, signature: Asn1): SignedBlock => ({
  tbs,
  // Some writers put the certificate's SEQUENCE where its octets belong.
  certificate: certificate.is(TAG.SEQUENCE)
    ? certificate.bytes
    : octetsOf(certificate.expect(TAG.OCTET_STRING)),
  algorithm: algorithm.is(TAG.SEQUENCE) ? algorithm : readAsn1(encode(0x30, algorithm.expect(TAG.OID).bytes)),
  signature: signature.is(TAG.OCTET_STRING) ? octetsOf(signature) : readBits(signature),
});

const DIGESTS = 2;

/** SES_CertList: certificates, or CertDigestObj { type, value }. */
function signerList(list: Asn1, kind: number): SignerList {
  const values = list.expect(TAG.SEQUENCE).children;
  if (kind !== DIGESTS) return { kind: 'certificates', values: values.map(octetsOfElement) };
  return { kind: 'digests', values: values.map((entry) => octetsOf(entry.at(1))) };
}

const octetsOfElement = (node: Asn1): Uint8Array => (node.is(TAG.SEQUENCE) ? node.bytes : octetsOf(node));

/** SES_ESPictureInfo { type, data, width, height }. */
function parsePicture(info: Asn1): SealPicture {
  return {
    format: textOf(info.at(0)).toLowerCase(),
    data: octetsOf(info.at(1).expect(TAG.OCTET_STRING)),
    width: integerOf(info.at(2)),
    height: integerOf(info.at(3)),
  };
}

/** Version 1 may hold a timestamp token instead of a time. */
function timestampToken(time: Asn1): Uint8Array | null {
  if (!time.is(TAG.BIT_STRING)) return null;
  const octets = readBits(time);
  return octets[0] === 0x30 && octets.length > 100 ? octets : null;
}
