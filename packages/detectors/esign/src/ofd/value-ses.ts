import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { type TimestampResult, verifyTimestamp } from '../cms/timestamp.ts';
import type { DigestName } from '../crypto/digest.ts';
import { type Remark, remark } from '../remark.ts';
import { parseSesSignature } from '../ses/parse.ts';
import type { SesSignature } from '../ses/types.ts';
import { type SesVerdict, sealValidAt, verifySes } from '../ses/verify.ts';
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
  const timestamps = timestampsOf(signature, xml);
  const signedAt = signature.signedAt ?? timestamps[0]?.time?.toISOString() ?? null;
  return {
    format: signature.version === 1 ? 'ofd-ses-v1' : 'ofd-ses-v4',
    holds: signer.outcome === 'valid' && verdict.digest !== null,
    descriptionSame: verdict.digest !== null,
    algorithm: signer.algorithmName,
    signedAt,
    signed: {
      ...NO_SIGNED,
      signer: signer.certificate,
      signatureAlgorithm: signer.algorithm,
      hashes: [verdict.digest],
      signedAt: signedAt === null ? null : new Date(signedAt),
      data: { ...NO_SIGNED.data, certificates: certificatesIn(signature, verdict) },
      timestamps,
      remarks: [...signerRemarks(signature, verdict, path), ...sealRemarks(signature, verdict, signedAt)],
    },
    ses: { signature, verdict },
    remarks: [],
  };
}

/** A version 4 timestamp is over the signature's value. Version 1 does not say over what its one is: Signature.xml or the hash of it. */
function timestampsOf(
  { timestamp, signer, dataHash, version }: SesSignature,
  xml: Uint8Array,
): readonly TimestampResult[] {
  if (timestamp === null) return [];
  if (version === 4) return [verifyTimestamp(timestamp, [signer.signature])];
  const over = [xml, dataHash].map((content) => verifyTimestamp(timestamp, [content]));
  return [over.find(({ intact }) => intact) ?? over[0]!];
}

/** Certificates of a seal's list that may help to build a chain; lists are short. */
const MAX_LISTED = 20;

function certificatesIn({ seal }: SesSignature, { signer, maker }: SesVerdict): readonly Certificate[] {
  const { kind, values } = seal.signers;
  const listed = kind === 'certificates' ? values.slice(0, MAX_LISTED).map(tryCertificate) : [];
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
  signature: SesSignature,
  { seal, signer }: SesVerdict,
  signedAt: string | null,
): Generator<Remark> {
  const { name } = seal;
  const valid = sealValidAt(signedAt, signature.seal);
  if (!seal.intact) yield remark('seal-signature-broken', 'SIG_CRYPTO_FAILURE', { name });
  if (!seal.signerListed) {
    const who = signer.certificate?.commonName ?? '–';
    yield remark('signer-not-in-seal', 'SIG_CONSTRAINTS_FAILURE', { signer: who, name });
  }
  if (valid === null) yield remark('seal-validity-unreadable', null, { name });
  if (valid === false) {
    const values = { name, from: seal.validFrom!, to: seal.validTo!, time: signedAt! };
    yield remark('seal-expired-when-signed', 'SIG_CONSTRAINTS_FAILURE', values);
  }
}
