// RFC 5280, 4.2: the extensions that validation asks for.
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { bitAt, bitsOf, booleanOf, integerOf, octetsOf, oidOf } from '../asn1/values.ts';
import { urisIn } from './general-names.ts';

/** Bits of KeyUsage (RFC 5280, 4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5, crlSign: 6 } as const;

export interface Extensions {
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  /** Null where any use is allowed. */
  readonly keyUsage: ((bit: number) => boolean) | null;
  readonly extKeyUsage: readonly string[] | null;
  /** Hexadecimal. */
  readonly subjectKeyIdentifier: string | null;
  readonly authorityKeyIdentifier: string | null;
  readonly crlUrls: readonly string[];
  readonly ocspUrls: readonly string[];
  /** id-pkix-ocsp-nocheck: the responder's certificate needs no revocation data. */
  readonly ocspNoCheck: boolean;
  /** Critical ones that this implementation does not know. */
  readonly unknownCritical: readonly string[];
  /** The value of another extension, null where it is absent. @throws `esign.malformed-asn1` */
  readonly read: (oid: string) => Asn1 | null;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

function basicConstraints(value: Asn1): Extensions['basicConstraints'] {
  const ca = value.children.find((child) => child.is(TAG.BOOLEAN));
  const length = value.children.find((child) => child.is(TAG.INTEGER));
  return { ca: ca ? booleanOf(ca) : false, pathLength: length ? integerOf(length) : null };
}

function ocspUrls(value: Asn1): string[] {
  const descriptions = value.children.filter((child) => oidOf(child.at(0)) === '1.3.6.1.5.5.7.48.1');
  return descriptions.flatMap((child) => urisIn(child.at(1)));
}

/** Those that validation here deals with; names and policies are read where a chain is checked. */
const KNOWN = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.17',
  '2.5.29.19',
  '2.5.29.30',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.35',
  '2.5.29.36',
  '2.5.29.37',
  '2.5.29.54',
  '1.3.6.1.5.5.7.1.1',
  '1.3.6.1.5.5.7.48.1.5',
  // Nothing here depends on them: period of use, the issuer's alternative names, statements.
  '2.5.29.16',
  '2.5.29.18',
  '1.3.6.1.5.5.7.1.3',
]);

/**
 * Extensions that nothing here asks for stay unread: Chinese issuers put bare text where ASN.1 should be.
 * @param list the SEQUENCE of Extension, null where the certificate has none
 * @throws `esign.malformed-asn1`
 */
export function readExtensions(list: Asn1 | null): Extensions {
  const found = new Map<string, Asn1>();
  const unknownCritical: string[] = [];
  for (const extension of list?.children ?? []) {
    const oid = oidOf(extension.at(0));
    const critical = extension.children.some((child) => child.is(TAG.BOOLEAN) && booleanOf(child));
    if (critical && !KNOWN.has(oid)) unknownCritical.push(oid);
    found.set(oid, extension.children.at(-1)!.expect(TAG.OCTET_STRING));
  }
  const read = (oid: string) => {
    const value = found.get(oid);
    return value ? readAsn1(octetsOf(value)) : null;
  };
  const basic = read('2.5.29.19');
  const usage = read('2.5.29.15');
  const usageBits = usage ? bitsOf(usage) : null;
  const extended = read('2.5.29.37');
  const subjectKey = read('2.5.29.14');
  const authorityKey = read('2.5.29.35')?.context(0);
  const points = read('2.5.29.31');
  const access = read('1.3.6.1.5.5.7.1.1');
  return {
    basicConstraints: basic ? basicConstraints(basic) : null,
    keyUsage: usageBits && ((bit) => bitAt(usageBits, bit)),
    extKeyUsage: extended ? extended.children.map(oidOf) : null,
    subjectKeyIdentifier: subjectKey ? hex(octetsOf(subjectKey)) : null,
    authorityKeyIdentifier: authorityKey ? hex(octetsOf(authorityKey)) : null,
    crlUrls: points ? urisIn(points) : [],
    ocspUrls: access ? ocspUrls(access) : [],
    ocspNoCheck: found.has('1.3.6.1.5.5.7.48.1.5'),
    unknownCritical,
    read,
  };
}
