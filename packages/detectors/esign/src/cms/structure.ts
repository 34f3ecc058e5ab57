// RFC 5652, 5 (SignedData) and GB/T 35275 (the same with SM2 and object identifiers of its own), read as they lie in the file.
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { octetsOf, oidOf } from '../asn1/values.ts';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { type Crl, parseCrl } from '../certificates/crl.ts';
import { type OcspResponse, parseOcsp } from '../certificates/ocsp.ts';
import { errors } from '../errors.ts';

const SIGNED_DATA = new Set(['1.2.840.113549.1.7.2', '1.2.156.10197.6.1.4.2.2']);
const OCSP_RESPONSE = '1.3.6.1.5.5.7.16.2';

export interface SignedData {
  readonly contentType: string;
  /** Null where detached. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
  readonly signers: readonly Asn1[];
}

/** More of a kind than any honest file carries; the rest is left out, so that hostile ones cost no time. */
export const MAX_ELEMENTS = 256;

/** Results of `parse` on each, without those that cannot be parsed. */
function each<T>(nodes: readonly Asn1[], parse: (node: Asn1) => T | null): readonly T[] {
  return nodes.slice(0, MAX_ELEMENTS).flatMap((node) => {
    try {
      const found = parse(node);
      return found === null ? [] : [found];
    } catch {
      return [];
    }
  });
}

/** RevocationInfoChoices (RFC 5652, 10.2.1): CRLs, and OCSP responses as RFC 5940 puts them there. */
function revocationInfo(nodes: readonly Asn1[]): Pick<SignedData, 'crls' | 'ocsps'> {
  return {
    crls: each(nodes, (node) => (node.is(TAG.SEQUENCE) ? parseCrl(node.bytes) : null)),
    ocsps: each(nodes, (node) =>
      node.isContext(1) && oidOf(node.at(0)) === OCSP_RESPONSE ? parseOcsp(node.at(1).bytes) : null,
    ),
  };
}

/** The content's octets: of an OCTET STRING (RFC 5652) its value, of anything else (PKCS #7) the element's own content. */
function contentOf(wrapper: Asn1 | null): Uint8Array | null {
  const content = wrapper?.children[0];
  if (!content) return null;
  return content.is(TAG.OCTET_STRING) ? octetsOf(content) : content.content;
}

function parse(der: Uint8Array): SignedData {
  const root = readAsn1(der).expect(TAG.SEQUENCE);
  if (!SIGNED_DATA.has(oidOf(root.at(0)))) throw new TypeError(`content type ${oidOf(root.at(0))}`);
  const signedData = root.context(0)?.at(0).expect(TAG.SEQUENCE);
  if (!signedData) throw new TypeError('no content');
  signedData.at(0).expect(TAG.INTEGER);
  signedData.at(1).expect(TAG.SET);
  const encapsulated = signedData.at(2).expect(TAG.SEQUENCE);
  const signers = signedData.children.slice(3).find((child) => child.is(TAG.SET));
  if (!signers) throw new TypeError('no signerInfos');
  return {
    contentType: oidOf(encapsulated.at(0)),
    content: contentOf(encapsulated.context(0)),
    certificates: each(signedData.context(0)?.children ?? [], (node) => tryCertificate(node.bytes)),
    ...revocationInfo(signedData.context(1)?.children ?? []),
    signers: signers.children,
  };
}

/** The SignedData in `der`; padding after it is left alone. @throws `esign.malformed-cms` */
export function parseSignedData(der: Uint8Array): SignedData {
  try {
    return parse(der);
  } catch (thrown) {
    throw errors('esign.malformed-cms', {}, { cause: thrown });
  }
}
