// RFC 5652 (CMS), GB/T 35275 (the same with SM2), ETSI EN 319 122-1 (CAdES).
import type { Asn1 } from '../asn1/reader.ts';
import { remark } from '../remark.ts';
import { attributeData } from './revocation-values.ts';
import { readSignerInfo } from './signer-info.ts';
import { parseSignedData, type SignedData } from './structure.ts';
import { type TimestampResult, verifyTimestamp } from './timestamp.ts';
import { checkSigner, type SignerCheck } from './verify-signer.ts';

export interface CmsResult extends SignerCheck {
  /** Object identifier of the content's type; null where nothing could be read. */
  readonly contentType: string | null;
  /** What the CMS itself carries; null where detached. */
  readonly content: Uint8Array | null;
  /** Certificates, CRLs and OCSP responses in the CMS and in the signer's attributes. */
  readonly data: Pick<SignedData, 'certificates' | 'crls' | 'ocsps'>;
  /** Over the signature's value: they prove that it existed. */
  readonly timestamps: readonly TimestampResult[];
  /** Over the content, before it was signed: they prove that the signature is no older. */
  readonly contentTimestamps: readonly TimestampResult[];
}

const unreadable = (thrown: unknown): CmsResult => ({
  intact: false,
  digest: 'missing',
  signature: 'unsupported',
  digestName: null,
  signatureAlgorithm: null,
  algorithm: '',
  signer: null,
  certificateBound: false,
  signedAt: null,
  remarks: [
    remark('cms-malformed', 'FORMAT_FAILURE', {
      problem: thrown instanceof Error ? thrown.message : String(thrown),
    }),
  ],
  contentType: null,
  content: null,
  data: { certificates: [], crls: [], ocsps: [] },
  timestamps: [],
  contentTimestamps: [],
});

function verifySigner(node: Asn1, data: SignedData, content: readonly Uint8Array[] | null): CmsResult {
  try {
    const info = readSignerInfo(node);
    const more = attributeData([info.signed, info.unsigned]);
    const merged = {
      certificates: [...data.certificates, ...more.certificates],
      crls: [...data.crls, ...more.crls],
      ocsps: [...data.ocsps, ...more.ocsps],
    };
    return {
      ...checkSigner(info, { ...data, ...merged }, content),
      contentType: data.contentType,
      content: data.content,
      data: merged,
      timestamps: info.unsigned
        .values('signatureTimestamp')
        .map(({ bytes }) => verifyTimestamp(bytes, [info.signature])),
      contentTimestamps: info.signed
        .values('contentTimestamp')
        .map(({ bytes }) => verifyTimestamp(bytes, content ?? [])),
    };
  } catch (thrown) {
    return unreadable(thrown);
  }
}

/**
 * Every signer of a SignedData. Never throws: what cannot be read is a result with FORMAT_FAILURE.
 *
 * `adbe.pkcs7.sha1` signs not the document but the SHA-1 of it, which is the CMS's own content: call with `content` null, then compare
 * `result.content` with `digest('SHA1', ...byteRange)`, and add a remark HASH_FAILURE where they differ.
 * @param der BER is tolerated, as is padding after it
 * @param content what is to have been signed, in pieces; null to take what the CMS itself carries
 */
export function verifyCms(der: Uint8Array, content: readonly Uint8Array[] | null): readonly CmsResult[] {
  try {
    const data = parseSignedData(der);
    const signed = content ?? (data.content && [data.content]);
    if (data.signers.length === 0) throw new TypeError('nobody signed');
    return data.signers.map((signer) => verifySigner(signer, data, signed));
  } catch (thrown) {
    return [unreadable(thrown)];
  }
}
