import { readAsn1 } from '../../src/asn1/reader.ts';
import { bitsOf } from '../../src/asn1/values.ts';
import type { Certificate } from '../../src/certificates/certificate.ts';
import { type Crl, parseCrl } from '../../src/certificates/crl.ts';
import { type OcspResponse, parseOcsp } from '../../src/certificates/ocsp.ts';
import { digest } from '../../src/crypto/digest.ts';
import type { Holder } from './certificate.ts';
import { extension } from './certificate.ts';
import { bits, enumerated, implicit, integer, nothing, octets, oid, sequence, tagged, time } from './der.ts';

export interface Revoked {
  readonly certificate: Certificate;
  readonly at: Date;
  readonly reason?: number;
}

interface Dates {
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
}

const serialOf = (certificate: Certificate) => integer(BigInt(`0x${certificate.serialNumber}`));

export function crlBytes(
  issuer: Holder,
  { thisUpdate, nextUpdate }: Dates,
  revoked: readonly Revoked[] = [],
  extensions: readonly Uint8Array[] = [],
): Uint8Array {
  const entries = revoked.map(({ certificate, at, reason }) =>
    sequence(
      serialOf(certificate),
      time(at),
      ...(reason === undefined ? [] : [sequence(extension('2.5.29.21', false, enumerated(reason)))]),
    ),
  );
  const tbs = sequence(
    integer(1),
    issuer.key.identifier('SHA256'),
    issuer.certificate.subject,
    time(thisUpdate),
    ...(nextUpdate ? [time(nextUpdate)] : []),
    ...(entries.length > 0 ? [sequence(Buffer.concat(entries))] : []),
    ...(extensions.length > 0 ? [tagged(0, sequence(...extensions))] : []),
  );
  return sequence(tbs, issuer.key.identifier('SHA256'), bits(issuer.key.sign(tbs, 'SHA256')));
}

export const makeCrl = (...parameters: Parameters<typeof crlBytes>): Crl => parseCrl(crlBytes(...parameters));

/** @param responder who signs: the issuer, or whom it certified; its certificate goes into the response */
export function ocspBytes(
  certificate: Certificate,
  issuer: Certificate,
  responder: Holder,
  { thisUpdate, nextUpdate }: Dates,
  revoked: { readonly at: Date; readonly reason?: number } | 'unknown' | null = null,
): Uint8Array {
  const hash = (bytes: Uint8Array) => octets(digest('SHA1', bytes));
  const id = sequence(
    sequence(oid('1.3.14.3.2.26'), nothing()),
    hash(certificate.issuer),
    hash(bitsOf(readAsn1(issuer.spki).at(1))),
    serialOf(certificate),
  );
  const reason = (code: number | undefined) => (code === undefined ? [] : [tagged(0, enumerated(code))]);
  const status =
    revoked === null
      ? implicit(0, new Uint8Array())
      : revoked === 'unknown'
        ? implicit(2, new Uint8Array())
        : tagged(1, time(revoked.at), ...reason(revoked.reason));
  const single = sequence(id, status, time(thisUpdate), ...(nextUpdate ? [tagged(0, time(nextUpdate))] : []));
  const tbs = sequence(tagged(1, responder.certificate.subject), time(thisUpdate), sequence(single));
  const basic = sequence(
    tbs,
    responder.key.identifier('SHA256'),
    bits(responder.key.sign(tbs, 'SHA256')),
    tagged(0, sequence(responder.certificate.der)),
  );
  return sequence(enumerated(0), tagged(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octets(basic))));
}

export const makeOcsp = (...parameters: Parameters<typeof ocspBytes>): OcspResponse =>
  parseOcsp(ocspBytes(...parameters));
