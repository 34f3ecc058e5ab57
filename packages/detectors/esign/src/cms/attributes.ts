// Attributes of a SignerInfo: RFC 5652, 11; RFC 5035 (ESS); RFC 3161, appendix A; ETSI EN 319 122-1; ISO 32000-2, 12.8.3.3.2.
import { type Asn1, TAG } from '../asn1/reader.ts';
import { oidOf } from '../asn1/values.ts';
import { errors } from '../errors.ts';

export const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
  certificateValues: '1.2.840.113549.1.9.16.2.23',
  revocationValues: '1.2.840.113549.1.9.16.2.24',
  adbeRevocation: '1.2.840.113583.1.1.8',
} as const;

export interface Attributes {
  /** Values of the attribute of that name; empty where it is absent. */
  values(name: keyof typeof ATTRIBUTE): readonly Asn1[];
  /** Its single value, or null where absent. */
  one(name: keyof typeof ATTRIBUTE): Asn1 | null;
  /** Those that occur, or have values, more than once, though the standard allows but one. */
  readonly repeated: readonly string[];
}

/** More than any honest signature has. */
const MAX_ATTRIBUTES = 256;

const single = [
  'contentType',
  'messageDigest',
  'signingTime',
  'signingCertificate',
  'signingCertificateV2',
] as const;

/** @param set SET OF Attribute, or null where there is none @throws `esign.malformed-asn1` */
export function readAttributes(set: Asn1 | null): Attributes {
  const found = new Map<string, Asn1[]>();
  if (set && set.children.length > MAX_ATTRIBUTES) {
    throw errors('esign.malformed-asn1', { at: set.start, problem: 'too-many-attributes' });
  }
  for (const attribute of set?.children ?? []) {
    const oid = oidOf(attribute.expect(TAG.SEQUENCE).at(0));
    const values = found.get(oid) ?? [];
    found.set(oid, values);
    for (const value of attribute.at(1).expect(TAG.SET).children) values.push(value);
  }
  const values = (name: keyof typeof ATTRIBUTE) => found.get(ATTRIBUTE[name]) ?? [];
  return {
    values,
    one: (name) => values(name)[0] ?? null,
    repeated: single.filter((name) => values(name).length > 1),
  };
}
