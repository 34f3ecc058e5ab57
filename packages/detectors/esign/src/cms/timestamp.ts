// RFC 3161, 2.4.2 (TimeStampToken) and ISO 32000-2, 12.8.5 (document timestamps).
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { octetsOf, oidOf, timeOf } from '../asn1/values.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { SignatureAlgorithm } from '../crypto/algorithm.ts';
import { digest, digestByOid } from '../crypto/digest.ts';
import { type Remark, remark } from '../remark.ts';
import { readSignerInfo } from './signer-info.ts';
import { parseSignedData, type SignedData } from './structure.ts';
import { checkSigner, type SignerCheck } from './verify-signer.ts';

const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export interface TimestampResult {
  /** The token's signature holds and it is over the content given; whether its authority is to be trusted is another matter. */
  readonly intact: boolean;
  readonly imprint: 'match' | 'mismatch' | 'unsupported';
  /** The time that the token states. */
  readonly time: Date | null;
  readonly hashes: SignerCheck['hashes'];
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  readonly algorithm: string;
  readonly authority: Certificate | null;
  /** What the token carries besides, for building the authority's chain. */
  readonly data: Pick<SignedData, 'certificates' | 'crls' | 'ocsps'>;
  readonly remarks: readonly Remark[];
}

const NO_DATA: TimestampResult['data'] = { certificates: [], crls: [], ocsps: [] };

function imprintOutcome(imprint: Asn1, content: readonly Uint8Array[]): TimestampResult['imprint'] {
  const name = digestByOid(oidOf(imprint.at(0).at(0)));
  if (!name) return 'unsupported';
  return Buffer.compare(octetsOf(imprint.at(1)), digest(name, ...content)) === 0 ? 'match' : 'mismatch';
}

/** The token itself, where a whole TimeStampResp (2.4.2: status, then token) was put in its place, as some seal systems do. */
function tokenOf(bytes: Uint8Array): Uint8Array {
  const root = readAsn1(bytes).expect(TAG.SEQUENCE);
  return root.at(0).is(TAG.SEQUENCE) ? root.at(1).bytes : bytes;
}

function verifyToken(
  token: Uint8Array,
  content: readonly Uint8Array[],
  others: readonly Certificate[],
): TimestampResult {
  const parsed = parseSignedData(tokenOf(token));
  const data = { ...parsed, certificates: [...parsed.certificates, ...others] };
  const [signer, ...more] = data.signers;
  if (data.contentType !== TST_INFO || !data.content || !signer || more.length > 0)
    throw new TypeError('not a timestamp token');
  const info = readAsn1(data.content).expect(TAG.SEQUENCE);
  const check: SignerCheck = checkSigner(readSignerInfo(signer), data, [data.content]);
  const imprint = imprintOutcome(info.at(2), content);
  const remarks = [...check.remarks];
  if (imprint === 'mismatch') remarks.push(remark('imprint-mismatch', 'HASH_FAILURE'));
  if (imprint === 'unsupported') {
    const oid = oidOf(info.at(2).at(0).at(0));
    remarks.push(remark('digest-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid }));
  }
  return {
    intact:
      check.intact && imprint === 'match' && check.remarks.every((found) => found.subIndication === null),
    imprint,
    time: timeOf(info.at(4)),
    hashes: [...check.hashes, digestByOid(oidOf(info.at(2).at(0).at(0)))],
    signatureAlgorithm: check.signatureAlgorithm,
    algorithm: check.algorithm,
    authority: check.signer,
    data,
    remarks,
  };
}

/**
 * @param token the ContentInfo; padding after it is left alone
 * @param content what it is to be over: a signature's value, or the byte range of a document timestamp
 * @param others certificates from elsewhere in the file, among which the authority's may be
 */
export function verifyTimestamp(
  token: Uint8Array,
  content: readonly Uint8Array[],
  others: readonly Certificate[] = [],
): TimestampResult {
  try {
    return verifyToken(token, content, others);
  } catch {
    return {
      intact: false,
      imprint: 'unsupported',
      time: null,
      hashes: [],
      signatureAlgorithm: null,
      algorithm: '',
      authority: null,
      data: NO_DATA,
      remarks: [remark('cms-malformed', 'FORMAT_FAILURE')],
    };
  }
}
