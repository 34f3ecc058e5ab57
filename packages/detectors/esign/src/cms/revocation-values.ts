// Revocation data and certificates in attributes: ISO 32000-2, 12.8.3.3.2 (adbe-revocationInfoArchival), ETSI EN 319 122-1, A.1.
import type { Asn1 } from '../asn1/reader.ts';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { type Crl, parseCrl } from '../certificates/crl.ts';
import { type OcspResponse, parseOcsp } from '../certificates/ocsp.ts';
import type { Attributes } from './attributes.ts';
import { MAX_ELEMENTS } from './structure.ts';

/** What parses of the elements under [`tag`] of both attributes, which are formed alike. */
function listed<T>(
  attributes: readonly Attributes[],
  tag: number,
  parse: (der: Uint8Array) => T,
): readonly T[] {
  const values = attributes.flatMap((set) => [
    ...set.values('adbeRevocation'),
    ...set.values('revocationValues'),
  ]);
  const read = (value: Asn1): T[] => {
    try {
      const elements = value.context(tag)?.at(0).children ?? [];
      return elements.slice(0, MAX_ELEMENTS).map(({ bytes }) => parse(bytes));
    } catch {
      return [];
    }
  };
  return values.flatMap(read);
}

export interface AttributeData {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

export function attributeData(attributes: readonly Attributes[]): AttributeData {
  const certificates = attributes
    .flatMap((set) => set.values('certificateValues'))
    .flatMap((value) => (value.constructed ? value.children : []))
    .slice(0, MAX_ELEMENTS)
    .map(({ bytes }) => tryCertificate(bytes))
    .filter((certificate) => certificate !== null);
  return { certificates, crls: listed(attributes, 0, parseCrl), ocsps: listed(attributes, 1, parseOcsp) };
}
