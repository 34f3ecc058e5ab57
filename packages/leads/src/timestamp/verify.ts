// RFC 3161, section 2.4.2 and 2.2; RFC 5816 (ESSCertIDv2); RFC 5652, section 5.4.
import { createHash, X509Certificate } from 'node:crypto';
import { CodedError } from '@jianzhen/evidence';
import { type DerNode, expect, oidOf, readDer, TAG } from '../der/read.ts';
import { errors } from '../errors.ts';
import { DIGESTS, holds } from './algorithms.ts';
import { readResponse, type TimestampToken } from './token.ts';

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

export interface VerifiedTimestamp {
  /** ISO 8601, UTC: the bytes existed before. */
  readonly at: string;
  readonly authority: string;
  readonly serial: string;
  /** Whether the chain ends at one of the certificates given as trusted. */
  readonly trusted: boolean;
  /** DER: the authority's certificate, then those that came along. */
  readonly certificates: readonly Uint8Array[];
}

export interface TimestampExpectation {
  readonly sha256: Uint8Array;
  /** Checked where given: only who asked knows it. */
  readonly nonce?: Uint8Array;
  /** DER of certificates that are trusted. */
  readonly anchors?: readonly Uint8Array[];
}

const invalid = (detail: string) => errors('leads.tsa-invalid', { detail });
const same = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b);

/** @throws CodedError `leads.tsa-refused`, `leads.tsa-invalid` */
export function verifyTimestamp(response: Uint8Array, expected: TimestampExpectation): VerifiedTimestamp {
  try {
    return check(response, expected);
  } catch (cause) {
    if (cause instanceof CodedError) throw cause;
    throw errors('leads.tsa-invalid', { detail: (cause as Error).message }, { cause });
  }
}

function check(
  response: Uint8Array,
  { sha256, nonce, anchors = [] }: TimestampExpectation,
): VerifiedTimestamp {
  const { status, statusText, token } = readResponse(response);
  if (status > 1 || !token) throw errors('leads.tsa-refused', { status, detail: statusText });
  const { info, certificates, signerInfo } = token;
  if (DIGESTS[info.imprintAlgorithm] !== 'sha256' || !same(info.imprint, sha256))
    throw invalid('it is of other bytes');
  if (nonce && !(info.nonce && same(unsigned(info.nonce), unsigned(nonce)))) throw invalid('nonce');
  const certificate = certificates.find((der) => isNamed(der, token));
  if (!certificate) throw invalid("the authority's certificate did not come along");
  const { digestAlgorithm, attributes, signedBytes, signature } = signerInfo;
  const digest = DIGESTS[digestAlgorithm];
  if (!digest) throw invalid(`digest ${digestAlgorithm}`);
  const stated = expect(attributes.get(MESSAGE_DIGEST), TAG.OCTET_STRING).content;
  if (!same(stated, createHash(digest).update(token.content).digest())) throw invalid('message digest');
  if (!names(certificate, attributes)) throw invalid('signing certificate');
  const { signatureAlgorithm: algorithm, signatureParameters: parameters } = signerInfo;
  if (!holds(certificate, { algorithm, parameters, digest, message: signedBytes, signature }))
    throw invalid('signature');
  const authority = new X509Certificate(certificate);
  if (!authority.keyUsage?.includes(TIME_STAMPING)) throw invalid('the certificate is not for time-stamping');
  const at = Date.parse(info.at);
  if (at < Date.parse(authority.validFrom) || at > Date.parse(authority.validTo))
    throw invalid('the certificate was not valid at the time');
  return {
    at: info.at,
    authority: authority.subject.replaceAll('\n', ', '),
    serial: info.serial,
    trusted: chains(authority, certificates, anchors, at),
    certificates: [certificate, ...certificates.filter((der) => der !== certificate)],
  };
}

const unsigned = (bytes: Uint8Array) => bytes.subarray(bytes.findIndex((byte) => byte !== 0));

/** Whether this is the certificate that the signer is named by: issuer and serial number as they stand in it. */
function isNamed(certificate: Uint8Array, { signerInfo }: TimestampToken): boolean {
  const parts = readDer(certificate).children[0]!.children;
  const shift = parts[0]?.tagClass === 'context' ? 1 : 0;
  const [serial, , issuer] = parts.slice(shift);
  return same(serial!.content, signerInfo.serial) && same(issuer!.bytes, signerInfo.issuer);
}

/** The signed attribute that ties the certificate to the signature, by its hash (ESSCertID, ESSCertIDv2). */
function names(certificate: Uint8Array, attributes: ReadonlyMap<string, DerNode>): boolean {
  const v2 = attributes.get(SIGNING_CERTIFICATE_V2);
  const first = (v2 ?? attributes.get(SIGNING_CERTIFICATE))?.children[0]?.children[0];
  if (!first) return false;
  const [algorithm, hash] = first.children;
  if (!v2) return same(algorithm!.content, createHash('sha1').update(certificate).digest());
  // SHA-256 is the default, and left out then.
  if (algorithm!.tag === TAG.OCTET_STRING)
    return same(algorithm!.content, createHash('sha256').update(certificate).digest());
  const { tag } = algorithm!;
  const name = tag === TAG.SEQUENCE ? DIGESTS[oidOf(algorithm!.children[0])] : undefined;
  return name !== undefined && same(hash!.content, createHash(name).update(certificate).digest());
}

function chains(
  leaf: X509Certificate,
  others: readonly Uint8Array[],
  anchors: readonly Uint8Array[],
  at: number,
): boolean {
  const trusted = anchors.map((der) => new X509Certificate(der));
  const pool = others.map((der) => new X509Certificate(der));
  let current = leaf;
  for (let depth = 0; depth < 8; depth++) {
    if (trusted.some((anchor) => anchor.raw.equals(current.raw))) return true;
    const isIssuer = (issuer: X509Certificate) =>
      issuer.ca &&
      Date.parse(issuer.validFrom) <= at &&
      at <= Date.parse(issuer.validTo) &&
      current.checkIssued(issuer) &&
      current.verify(issuer.publicKey);
    const anchor = trusted.find(isIssuer);
    if (anchor) return true;
    const next = pool.find(isIssuer);
    if (!next || next.raw.equals(current.raw)) return false;
    current = next;
  }
  return false;
}
