import { isArray, type PdfDict, type PdfHistory, PdfString } from '@jianzhen/pdf';
import { readAsn1, TAG } from '../asn1/reader.ts';
import { octetsOf } from '../asn1/values.ts';
import { type Certificate, tryCertificate } from '../certificates/certificate.ts';
import { type CmsResult, verifyCms } from '../cms/signed-data.ts';
import { type TimestampResult, verifyTimestamp } from '../cms/timestamp.ts';
import { verifySignature } from '../crypto/verify.ts';
import { type Remark, remark } from '../remark.ts';
import { withoutPadding } from './contents.ts';
import type { Effort } from './cover.ts';
import { pdfRemark } from './messages.ts';
import { type FoundSignature, subFilterOf } from './signatures.ts';

/** What the cryptography of a signature says, whichever format it has. `signers`: how many were verified. */
export type Outcome = { readonly signers: number } & (
  | { readonly kind: 'signature'; readonly result: CmsResult; readonly remarks: readonly Remark[] }
  | { readonly kind: 'timestamp'; readonly result: TimestampResult }
);

const DETACHED: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);

/** `verifyContents` as long as `effort` lasts; what is beyond is not verified, and says so. */
export function verifyWithin(
  effort: Effort,
  found: FoundSignature,
  history: PdfHistory,
  others: readonly Certificate[],
): Outcome {
  if (effort.digesting <= 0) {
    const [result] = verifyCms(new Uint8Array(0), []);
    const remarks = [pdfRemark('pdf-too-many', 'FORMAT_FAILURE')];
    return { kind: 'signature', signers: 0, result: result!, remarks };
  }
  const outcome = verifyContents(found, history, others);
  const bytes = found.range.spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const tokens = outcome.kind === 'signature' ? outcome.result.contentTimestamps.length : 0;
  effort.digesting -= bytes * (outcome.signers + tokens);
  return outcome;
}

/**
 * Verifies the bytes that the byte range names (ISO 32000-2, table 260, for the formats).
 * @param others certificates of the document's security store, among which the signer's may be
 */
function verifyContents(found: FoundSignature, history: PdfHistory, others: readonly Certificate[]): Outcome {
  const chunks = found.range.spans.map(({ start, end }) => history.bytes.subarray(start, end));
  const format = subFilterOf(found.dict, history);
  const der = withoutPadding(found.contents);
  if (format === 'ETSI.RFC3161')
    return { kind: 'timestamp', signers: 1, result: verifyTimestamp(der, chunks) };
  const signature = (results: readonly CmsResult[], remarks: readonly Remark[]): Outcome => ({
    kind: 'signature',
    signers: results.length,
    result: weakest(results),
    remarks,
  });
  const outdated = [pdfRemark('pdf-format-outdated', null, { name: format ?? '' })];
  if (format === 'adbe.x509.rsa_sha1') return signature([verifyBareRsa(found, history, chunks)], outdated);
  const results = verifyCms(der, chunks, others);
  // It signs the SHA-1 of the bytes, which it carries: what verifyCms looks for by itself.
  if (format === 'adbe.pkcs7.sha1') return signature(results, outdated);
  return signature(results, [...formRemarks(results, format)]);
}

function* formRemarks(results: readonly CmsResult[], format: string | null): Generator<Remark> {
  if (results.length > 1) yield pdfRemark('pdf-several-signers', null, { count: results.length });
  if (results.some(({ content }) => content !== null)) yield pdfRemark('pdf-encapsulated', 'FORMAT_FAILURE');
  if (!format || !DETACHED.has(format)) yield pdfRemark('pdf-format-unknown', null, { name: format ?? '–' });
}

/** Of several signers the first whose signature does not hold: all must. */
function weakest(results: readonly CmsResult[]): CmsResult {
  return results.find(({ intact }) => !intact) ?? results[0]!;
}

/** PKCS #1 in an OCTET STRING, the certificates beside it in the dictionary. */
function verifyBareRsa(found: FoundSignature, history: PdfHistory, chunks: readonly Uint8Array[]): CmsResult {
  const certificates = certificatesIn(found.dict, history);
  const signer = certificates[0] ?? null;
  const remarks: Remark[] = [];
  let outcome: ReturnType<typeof verifySignature> = 'unsupported';
  if (!signer) remarks.push(remark('signer-missing', 'NO_SIGNING_CERTIFICATE_FOUND'));
  else {
    const value = octetStringIn(found.contents);
    const algorithm = { scheme: 'RSA', digest: 'SHA1' } as const;
    if (!value) remarks.push(remark('cms-malformed', 'FORMAT_FAILURE', { problem: 'no OCTET STRING' }));
    else outcome = verifySignature({ spki: signer.spki, algorithm, message: chunks, signature: value });
    if (outcome === 'invalid')
      remarks.push(remark('signature-invalid', 'SIG_CRYPTO_FAILURE', { algorithm: 'RSA-SHA1' }));
  }
  return {
    intact: outcome === 'valid',
    digest: chunks.length > 0 ? 'match' : 'missing',
    signature: outcome,
    digestName: 'SHA1',
    contentHash: null,
    hashes: ['SHA1'],
    signatureAlgorithm: { scheme: 'RSA', digest: 'SHA1' },
    algorithm: 'RSA-SHA1',
    signer,
    certificateBound: false,
    signedAt: null,
    remarks,
    contentType: null,
    content: null,
    data: { certificates, crls: [], ocsps: [] },
    timestamps: [],
    contentTimestamps: [],
  };
}

function certificatesIn(dict: PdfDict, history: PdfHistory): Certificate[] {
  const value = history.resolve(dict.get('Cert'), history.newest);
  const items = isArray(value) ? value.map((item) => history.resolve(item, history.newest)) : [value];
  return items.flatMap((item) => {
    const certificate = item instanceof PdfString ? tryCertificate(item.bytes) : null;
    return certificate ? [certificate] : [];
  });
}

function octetStringIn(contents: Uint8Array): Uint8Array | null {
  try {
    return octetsOf(readAsn1(withoutPadding(contents)).expect(TAG.OCTET_STRING));
  } catch {
    return null;
  }
}
