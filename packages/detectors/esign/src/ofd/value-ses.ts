import type { Certificate } from '../certificates/certificate.ts';
import { tryCertificate } from '../certificates/certificate.ts';
import { verifyTimestamp } from '../cms/timestamp.ts';
import type { DigestName } from '../crypto/digest.ts';
import { type Remark, remark } from '../remark.ts';
import { parseSesSignature } from '../ses/parse.ts';
import type { SesSignature } from '../ses/types.ts';
import { type SesVerdict, verifySes } from '../ses/verify.ts';
import { NO_SIGNED, type ValueVerdict } from './value.ts';

/** A signature by an electronic seal. @throws `esign.malformed-ses`, `esign.malformed-asn1` */
export function verifySesValue(
  value: Uint8Array,
  xml: Uint8Array,
  path: string,
  checkMethod: DigestName | null,
): ValueVerdict {
  const signature = parseSesSignature(value);
  const verdict = verifySes(signature, xml, checkMethod);
  const { signer } = verdict;
  const { certificate } = signer;
  return {
    format: signature.version === 1 ? 'ofd-ses-v1' : 'ofd-ses-v4',
    holds: signer.outcome === 'valid' && verdict.digest !== null,
    descriptionSame: verdict.digest !== null,
    algorithm: signer.algorithmName,
    signedAt: signature.signedAt,
    signed: {
      ...NO_SIGNED,
      signer: certificate,
      signatureAlgorithm: signer.algorithm,
      hashes: [verdict.digest],
      signedAt: signature.signedAt === null ? null : new Date(signature.signedAt),
      data: { ...NO_SIGNED.data, certificates: certificatesIn(signature, verdict) },
      timestamps: timestampsOf(signature),
      remarks: [...signerRemarks(signature, verdict, path), ...sealRemarks(signature, verdict)],
    },
    ses: { signature, verdict },
    remarks: [],
  };
}

/** A version 4 timestamp is over the signature's value; version 1 says nothing of over what, and has it for the hash. */
function timestampsOf({ timestamp, signer, dataHash, version }: SesSignature) {
  if (timestamp === null) return [];
  return [verifyTimestamp(timestamp, [version === 1 ? dataHash : signer.signature])];
}

function certificatesIn({ seal }: SesSignature, { signer, maker }: SesVerdict): readonly Certificate[] {
  const listed = seal.signers.kind === 'certificates' ? seal.signers.values.map(tryCertificate) : [];
  return [signer.certificate, maker.certificate, ...listed].filter((found) => found !== null);
}

function* signerRemarks(signature: SesSignature, verdict: SesVerdict, path: string): Generator<Remark> {
  const { certificate, outcome, algorithmName: algorithm } = verdict.signer;
  if (certificate === null) yield remark('signer-missing', 'NO_SIGNING_CERTIFICATE_FOUND');
  else if (outcome === 'invalid') yield remark('signature-invalid', 'SIG_CRYPTO_FAILURE', { algorithm });
  else if (outcome === 'unsupported')
    yield remark('signature-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: algorithm });
  if (verdict.digest === null) {
    const digest = Buffer.from(signature.dataHash).toString('hex').slice(0, 16);
    yield remark('description-changed', 'HASH_FAILURE', { part: path, digest });
  }
  const claimed = signature.propertyInfo.replace(/^\/+/, '');
  if (claimed.toLowerCase() !== path.toLowerCase())
    yield remark('seal-path-differs', null, { claimed: signature.propertyInfo.slice(0, 200), actual: path });
}

function* sealRemarks(
  { signedAt }: SesSignature,
  { seal, sealValid, signer }: SesVerdict,
): Generator<Remark> {
  const { name } = seal;
  if (!seal.intact) yield remark('seal-signature-broken', 'SIG_CRYPTO_FAILURE', { name });
  if (!seal.signerListed) {
    const who = signer.certificate?.commonName ?? '–';
    yield remark('signer-not-in-seal', 'SIG_CONSTRAINTS_FAILURE', { signer: who, name });
  }
  if (sealValid === null) yield remark('seal-validity-unreadable', null, { name });
  if (sealValid === false) {
    const values = { name, from: seal.validFrom!, to: seal.validTo!, time: signedAt! };
    yield remark('seal-expired-when-signed', 'SIG_CONSTRAINTS_FAILURE', values);
  }
}
