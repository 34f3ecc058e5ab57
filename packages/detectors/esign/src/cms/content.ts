// What a CMS is over: content beside it, content within, or the content's hash within.
import { type DigestName, digest, digestLength } from '../crypto/digest.ts';
import { type Remark, remark } from '../remark.ts';

export interface SignedContent {
  /** Null where it cannot be found. */
  readonly signed: readonly Uint8Array[] | null;
  /** Under which hash the CMS carries the content's hash, and signs that; null where it signs the content. */
  readonly contentHash: DigestName | null;
  readonly remarks: readonly Remark[];
}

const isWhole = (pieces: readonly Uint8Array[], whole: Uint8Array) =>
  pieces.reduce((sum, piece) => sum + piece.length, 0) === whole.length &&
  Buffer.concat(pieces).equals(whole);

/**
 * `adbe.pkcs7.sha1` (ISO 32000-1, 12.8.3.3.1) carries the SHA-1 of the byte range; some OFD signatures the hash of Signature.xml.
 * @param content what is to have been signed; null to take what the CMS carries
 * @param carried what the CMS carries; null where detached
 * @param name the signer's hash
 */
export function signedContent(
  content: readonly Uint8Array[] | null,
  carried: Uint8Array | null,
  name: DigestName | null,
): SignedContent {
  if (content === null) return { signed: carried && [carried], contentHash: null, remarks: [] };
  const plain: SignedContent = { signed: content, contentHash: null, remarks: [] };
  if (carried === null || carried.length === 0 || isWhole(content, carried)) return plain;
  const hashes = [...new Set<DigestName>(name ? [name, 'SHA1'] : ['SHA1'])];
  const alike = hashes.filter((hash) => digestLength(hash) === carried.length);
  if (alike.length === 0) return { ...plain, remarks: [remark('content-embedded', 'FORMAT_FAILURE')] };
  const contentHash = alike.find((hash) => Buffer.compare(digest(hash, ...content), carried) === 0) ?? null;
  const differs = remark('hash-mismatch', 'HASH_FAILURE', { digest: contentHash ?? alike[0]! });
  return { signed: [carried], contentHash: contentHash ?? alike[0]!, remarks: contentHash ? [] : [differs] };
}
