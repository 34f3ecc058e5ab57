import type { OfdPackage } from '@jianzhen/raster';
import { readAsn1 } from '../asn1/reader.ts';
import { encode, encodeOid } from '../asn1/writer.ts';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { algorithmName, signatureAlgorithm } from '../crypto/algorithm.ts';
import { verifySignature } from '../crypto/verify.ts';
import { type Remark, remark } from '../remark.ts';
import { NO_SIGNED, type ValueVerdict } from './value.ts';

const MAX_CERTIFICATE = 64 << 10;
const MAX_TRIES = 10;
const OID = /^[012](\.\d{1,9}){1,30}$/;

/**
 * A bare signature over Signature.xml. GB/T 33190 has no place for its key; where a certificate lies beside it and fits,
 * the signature is by its holder, else nothing can be said.
 * @param path of Signature.xml
 */
export function verifyRawValue(
  pack: OfdPackage,
  value: Uint8Array,
  xml: Uint8Array,
  path: string,
  method: string | null,
): ValueVerdict {
  const identifier = OID.test(method ?? '') ? readAsn1(encode(0x30, encodeOid(method!))) : null;
  const verify = (certificate: Certificate) => {
    const algorithm = identifier && signatureAlgorithm(identifier, null, readAsn1(certificate.spki));
    return (
      !!algorithm &&
      verifySignature({ spki: certificate.spki, algorithm, message: [xml], signature: value }) === 'valid'
    );
  };
  const signer = certificatesBeside(pack, path).find(verify) ?? null;
  const named = identifier && signatureAlgorithm(identifier, null, null);
  const remarks: readonly Remark[] = signer ? [] : [remark('raw-signature', 'NO_SIGNING_CERTIFICATE_FOUND')];
  return {
    format: 'ofd-raw',
    holds: signer !== null,
    descriptionSame: null,
    algorithm: named ? algorithmName(named) : (method ?? 'unknown'),
    signedAt: null,
    signed: { ...NO_SIGNED, signer, signatureAlgorithm: signer && named },
    ses: null,
    remarks,
  };
}

function certificatesBeside(pack: OfdPackage, path: string): readonly Certificate[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const files = pack.names.filter((name) => name.startsWith(folder) && /\.(cer|crt|der|pem)$/i.test(name));
  return files
    .slice(0, MAX_TRIES)
    .map((file) => pack.read(file))
    .filter((bytes) => bytes !== null && bytes.length <= MAX_CERTIFICATE)
    .map((bytes) => tryCertificate(fromPem(bytes!)))
    .filter((certificate) => certificate !== null);
}

function fromPem(bytes: Uint8Array): Uint8Array {
  const body = /-----BEGIN CERTIFICATE-----([^-]+)-----END/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
  return body === undefined ? bytes : Buffer.from(body, 'base64');
}
