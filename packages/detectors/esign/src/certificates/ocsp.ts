// RFC 6960: OCSP responses.
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { bitsOf, integerHex, octetsOf, oidOf, timeOf } from '../asn1/values.ts';
import { digest, digestByOid } from '../crypto/digest.ts';
import { errors } from '../errors.ts';
import { type Certificate, tryCertificate } from './certificate.ts';
import type { Revocation } from './crl.ts';

const BASIC = '1.3.6.1.5.5.7.48.1.1';

export interface OcspStatus {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  /** Null where good. */
  readonly revocation: Revocation | null;
  /** The responder still tells of certificates that have expired. */
  readonly keepsExpired: boolean;
}

export interface OcspResponse {
  readonly tbs: Uint8Array;
  readonly producedAt: Date;
  readonly certificates: readonly Certificate[];
  readonly signatureAlgorithm: Asn1;
  readonly signature: Uint8Array;
  /** What it says of a certificate of that issuer; null where nothing, or `unknown`. */
  find(certificate: Certificate, issuer: Certificate): OcspStatus | null;
}

const ARCHIVE_CUTOFF = '1.3.6.1.5.5.7.48.1.6';

/** CertID (RFC 6960, 4.1.1): hashes of the issuer's name and key, and the serial number. */
function isAbout(id: Asn1, certificate: Certificate, issuer: Certificate): boolean {
  const name = digestByOid(oidOf(id.at(0).at(0)));
  if (!name || integerHex(id.at(3)) !== certificate.serialNumber) return false;
  const key = bitsOf(readAsn1(issuer.spki).at(1));
  const equal = (node: Asn1, bytes: Uint8Array) => Buffer.compare(octetsOf(node), digest(name, bytes)) === 0;
  return equal(id.at(1), certificate.issuer) && equal(id.at(2), key);
}

function statusOf(single: Asn1): OcspStatus | null {
  const status = single.at(1);
  if (status.tag > 1) return null;
  const next = single.children.slice(3).find((child) => child.isContext(0));
  const extensions = single.children.slice(3).find((child) => child.isContext(1));
  const reason = status.tag === 1 ? status.children[1] : undefined;
  return {
    thisUpdate: timeOf(single.at(2)),
    nextUpdate: next ? timeOf(next.at(0)) : null,
    revocation:
      status.tag === 1
        ? { at: timeOf(status.at(0)), reason: reason ? (reason.at(0).content.at(-1) ?? 0) : 0 }
        : null,
    keepsExpired: extensions?.at(0).children.some((child) => oidOf(child.at(0)) === ARCHIVE_CUTOFF) ?? false,
  };
}

function parse(der: Uint8Array): OcspResponse {
  const root = readAsn1(der).expect(TAG.SEQUENCE);
  // A file's DSS holds OCSPResponse; adbe-revocationInfoArchival and CMS may hold BasicOCSPResponse by itself.
  let basic = root;
  if (root.at(0).is(TAG.ENUMERATED)) {
    const body = root.context(0)?.at(0);
    if (!body || oidOf(body.at(0)) !== BASIC) throw new TypeError('no basic response in it');
    basic = readAsn1(octetsOf(body.at(1)));
  }
  const tbs = basic.at(0).expect(TAG.SEQUENCE);
  const fields = tbs.children.filter((child, index) => !(index === 0 && child.isContext(0)));
  const [, producedAt, responses] = fields;
  if (!producedAt || !responses) throw new TypeError('fields are missing');
  return {
    tbs: tbs.bytes,
    producedAt: timeOf(producedAt),
    certificates: (basic.context(0)?.at(0).children ?? [])
      .map(({ bytes }) => tryCertificate(bytes))
      .filter((certificate) => certificate !== null),
    signatureAlgorithm: basic.at(1),
    signature: bitsOf(basic.at(2)),
    find(certificate, issuer) {
      const single = responses.children.find((child) => isAbout(child.at(0), certificate, issuer));
      return single ? statusOf(single) : null;
    },
  };
}

/** OCSPResponse or BasicOCSPResponse. @throws `esign.malformed-revocation` */
export function parseOcsp(der: Uint8Array): OcspResponse {
  try {
    return parse(der);
  } catch (thrown) {
    throw errors('esign.malformed-revocation', {}, { cause: thrown });
  }
}
