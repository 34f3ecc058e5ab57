// RFC 3161, sections 2.4.2 (response, TSTInfo); RFC 5652, section 5 (signed data).
import { type DerNode, expect, is, isContext, oidOf, readDer, TAG } from '../der/read.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export interface TimestampToken {
  /** `TSTInfo`, which the signature is over. */
  readonly content: Uint8Array;
  readonly info: TstInfo;
  /** DER of every certificate that came along. */
  readonly certificates: readonly Uint8Array[];
  readonly signerInfo: SignerInfo;
}

export interface TstInfo {
  readonly policy: string;
  readonly imprintAlgorithm: string;
  readonly imprint: Uint8Array;
  /** Decimal. */
  readonly serial: string;
  /** ISO 8601, UTC, to the second or finer as told. */
  readonly at: string;
  readonly nonce: Uint8Array | null;
}

export interface SignerInfo {
  /** DER of the issuer's name, and the serial number's content. */
  readonly issuer: Uint8Array;
  readonly serial: Uint8Array;
  readonly digestAlgorithm: string;
  readonly signatureAlgorithm: string;
  readonly signatureParameters: DerNode | null;
  /** The signed attributes as they stand, tagged as a SET: what the signature is over. */
  readonly signedBytes: Uint8Array;
  /** Values by OID. */
  readonly attributes: ReadonlyMap<string, DerNode>;
  readonly signature: Uint8Array;
}

export interface TimestampResponse {
  /** 0 granted, 1 granted with modifications; anything else is a refusal. */
  readonly status: number;
  readonly statusText: string;
  readonly token: TimestampToken | null;
}

/** @throws DerError */
export function readResponse(bytes: Uint8Array): TimestampResponse {
  const [info, token] = expect(readDer(bytes), TAG.SEQUENCE).children;
  const [status, text] = expect(info, TAG.SEQUENCE).children;
  return {
    status: Number(BigInt(`0x${Buffer.from(expect(status, TAG.INTEGER).content).toString('hex')}`)),
    statusText: is(text, TAG.SEQUENCE)
      ? text.children.map(({ content }) => Buffer.from(content).toString('utf8')).join('; ')
      : '',
    token: token ? readToken(token) : null,
  };
}

function readToken(node: DerNode): TimestampToken {
  const [type, wrapped] = expect(node, TAG.SEQUENCE).children;
  if (oidOf(type) !== SIGNED_DATA) throw new Error('not signed data');
  const [, , encapsulated, ...rest] = expect(wrapped?.children[0], TAG.SEQUENCE).children;
  const [contentType, contentBox] = expect(encapsulated, TAG.SEQUENCE).children;
  if (oidOf(contentType) !== TST_INFO) throw new Error('not a time-stamp');
  const content = expect(contentBox?.children[0], TAG.OCTET_STRING).content;
  const certificates = rest.find((part) => isContext(part, 0))?.children.map(({ bytes }) => bytes) ?? [];
  const signers = expect(rest.at(-1), TAG.SET).children;
  // RFC 3161: the token is signed by the authority alone.
  if (signers.length !== 1) throw new Error('not one signer');
  return { content, info: readInfo(content), certificates, signerInfo: readSigner(signers[0]!) };
}

function readInfo(content: Uint8Array): TstInfo {
  const [, policy, imprint, serial, time, ...rest] = expect(readDer(content), TAG.SEQUENCE).children;
  const [algorithm, digest] = expect(imprint, TAG.SEQUENCE).children;
  return {
    policy: oidOf(policy),
    imprintAlgorithm: oidOf(algorithm?.children[0]),
    imprint: expect(digest, TAG.OCTET_STRING).content,
    serial: BigInt(`0x${Buffer.from(expect(serial, TAG.INTEGER).content).toString('hex')}`).toString(),
    at: timeOf(expect(time, TAG.GENERALIZED_TIME)),
    nonce: rest.find((part) => is(part, TAG.INTEGER))?.content ?? null,
  };
}

function timeOf({ content }: DerNode): string {
  const text = Buffer.from(content).toString('latin1');
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text);
  if (!match) throw new Error(`not a time: ${text}`);
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}Z`;
}

function readSigner(node: DerNode): SignerInfo {
  const [, identifier, digestAlgorithm, attributes, signatureAlgorithm, signature] = expect(
    node,
    TAG.SEQUENCE,
  ).children;
  const [issuer, serial] = expect(identifier, TAG.SEQUENCE).children;
  if (!isContext(attributes, 0)) throw new Error('no signed attributes');
  // They are signed under the tag of a SET, not under that of their place (RFC 5652, 5.4).
  const signedBytes = Uint8Array.from(attributes.bytes);
  signedBytes[0] = 0x31;
  const values = new Map<string, DerNode>();
  for (const attribute of attributes.children) {
    const [type, set] = expect(attribute, TAG.SEQUENCE).children;
    const value = expect(set, TAG.SET).children;
    if (value.length !== 1 || values.has(oidOf(type))) throw new Error('a signed attribute stands twice');
    values.set(oidOf(type), value[0]!);
  }
  return {
    issuer: expect(issuer, TAG.SEQUENCE).bytes,
    serial: expect(serial, TAG.INTEGER).content,
    digestAlgorithm: oidOf(digestAlgorithm?.children[0]),
    signatureAlgorithm: oidOf(expect(signatureAlgorithm, TAG.SEQUENCE).children[0]),
    signatureParameters: signatureAlgorithm!.children[1] ?? null,
    signedBytes,
    attributes: values,
    signature: expect(signature, TAG.OCTET_STRING).content,
  };
}
