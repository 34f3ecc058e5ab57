import { errors } from '../errors.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { type Crl, parseCrl } from './crl.ts';
import { type OcspResponse, parseOcsp } from './ocsp.ts';

/** What a person or organisation chose to trust, and revocation data that goes with it. */
export interface TrustStore {
  readonly anchors: readonly Certificate[];
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

export const NO_TRUST: TrustStore = { anchors: [], crls: [], ocsps: [] };

const PEM = /-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \1-----/g;

/** DER elements of a file: every PEM block of a kind we know, else the file itself. */
function blocks(bytes: Uint8Array): readonly Uint8Array[] {
  const text = Buffer.from(bytes).toString('latin1');
  if (!text.includes('-----BEGIN ')) return [bytes];
  return [...text.matchAll(PEM)]
    .filter((match) => /CERTIFICATE$|CRL$|OCSP RESPONSE$/.test(match[1]!))
    .map((match) => Buffer.from(match[2]!, 'base64'));
}

/**
 * Certificates (all of them anchors), CRLs and OCSP responses out of files in PEM (one or many in a file) or DER.
 * @throws `esign.malformed-trust` naming the file: an anchor passed over in silence would look like distrust
 */
export function trustStoreFrom(files: readonly { name: string; bytes: Uint8Array }[]): TrustStore {
  const anchors: Certificate[] = [];
  const crls: Crl[] = [];
  const ocsps: OcspResponse[] = [];
  const parsers = [
    (der: Uint8Array) => anchors.push(parseCertificate(der)),
    (der: Uint8Array) => crls.push(parseCrl(der)),
    (der: Uint8Array) => ocsps.push(parseOcsp(der)),
  ];
  const parses = (der: Uint8Array) =>
    parsers.some((parser) => {
      try {
        return parser(der) > 0;
      } catch {
        return false;
      }
    });
  for (const { name, bytes } of files) {
    const found = blocks(bytes);
    if (found.length === 0 || !found.every(parses)) throw errors('esign.malformed-trust', { name });
  }
  return { anchors, crls, ocsps };
}
