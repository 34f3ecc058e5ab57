// RFC 5652 (CMS), GB/T 35275 (the same with SM2), ETSI EN 319 122-1 (CAdES).
import type { Asn1 } from '../asn1/reader.ts';
import type { Certificate } from '../certificates/certificate.ts';
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

/** More than any honest file has: each costs a verification. */
const MAX_SIGNERS = 16;
const MAX_TIMESTAMPS = 8;

const UNREADABLE: CmsResult = {
  intact: false,
  digest: 'missing',
  signature: 'unsupported',
  digestName: null,
  contentHash: null,
  hashes: [],
  signatureAlgorithm: null,
  algorithm: '',
  signer: null,
  certificateBound: false,
  signedAt: null,
  remarks: [remark('cms-malformed', 'FORMAT_FAILURE')],
  contentType: null,
  content: null,
  data: { certificates: [], crls: [], ocsps: [] },
  timestamps: [],
  contentTimestamps: [],
};

function verifySigner(node: Asn1, data: SignedData, content: readonly Uint8Array[] | null): CmsResult {
  try {
    const info = readSignerInfo(node);
    const over = content ?? (data.content ? [data.content] : []);
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
        .slice(0, MAX_TIMESTAMPS)
        .map(({ bytes }) => verifyTimestamp(bytes, [info.signature], merged.certificates)),
      contentTimestamps: info.signed
        .values('contentTimestamp')
        .slice(0, MAX_TIMESTAMPS)
        .map(({ bytes }) => verifyTimestamp(bytes, over, merged.certificates)),
    };
  } catch {
    return UNREADABLE;
  }
}

/**
 * Every signer of a SignedData. Never throws: what cannot be read is a result with FORMAT_FAILURE.
 *
 * Where the CMS carries the content's hash and signs that (`adbe.pkcs7.sha1`, some OFD signatures), the hash is compared with `content`,
 * and `contentHash` names it. Content of another kind within a CMS that is to be detached is a FORMAT_FAILURE.
 * @param der BER is tolerated, as is padding after it
 * @param content what is to have been signed, in pieces; null to take what the CMS itself carries
 * @param others certificates from elsewhere in the file, among which the signer's may be
 */
export function verifyCms(
  der: Uint8Array,
  content: readonly Uint8Array[] | null,
  others: readonly Certificate[] = [],
): readonly CmsResult[] {
  try {
    const data = parseSignedData(der);
    if (data.signers.length === 0 || data.signers.length > MAX_SIGNERS) return [UNREADABLE];
    const certificates = [...data.certificates, ...others];
    return data.signers.map((signer) => verifySigner(signer, { ...data, certificates }, content));
  } catch {
    return [UNREADABLE];
  }
}
