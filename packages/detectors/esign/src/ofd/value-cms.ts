import { type CmsResult, verifyCms } from '../cms/signed-data.ts';
import { type DigestName, digest, digestNames } from '../crypto/digest.ts';
import { remark } from '../remark.ts';
import type { ValueVerdict } from './value.ts';

/**
 * CMS of GB/T 35275 over Signature.xml: detached, or with its octets or their hash for content; and detached over the hash.
 * Of several signers each must hold: a value stands for one signature.
 */
export function verifyCmsValue(
  value: Uint8Array,
  xml: Uint8Array,
  checkMethod: DigestName | null,
): ValueVerdict {
  const carried = verifyCms(value, null);
  const { content } = carried[0]!;
  const detached = content === null ? overDetached(value, xml, checkMethod) : null;
  const results = detached ?? carried;
  const same = content === null ? null : isOf(content, xml);
  const worst = results.find(({ intact }) => !intact) ?? results[0]!;
  const changed = remark('description-changed', 'HASH_FAILURE', {
    part: 'Signature.xml',
    digest: Buffer.from(content ?? [])
      .toString('hex')
      .slice(0, 16),
  });
  return {
    format: 'ofd-cms',
    holds: worst.intact && same !== false,
    descriptionSame: same,
    algorithm: worst.algorithm,
    signedAt: worst.signedAt?.toISOString() ?? null,
    signed: worst,
    ses: null,
    remarks: same === false ? [changed] : [],
  };
}

function overDetached(value: Uint8Array, xml: Uint8Array, method: DigestName | null): readonly CmsResult[] {
  const plain = verifyCms(value, [xml]);
  if (method === null || plain.every(({ intact }) => intact)) return plain;
  const hashed = verifyCms(value, [digest(method, xml)]);
  return hashed.every(({ intact }) => intact) ? hashed : plain;
}

/** The content is the octets or, in whatever way, their hash. */
function isOf(content: Uint8Array, xml: Uint8Array): boolean {
  if (Buffer.compare(content, xml) === 0) return true;
  return digestNames
    .filter((name) => name !== 'MD5')
    .some((name) => Buffer.compare(content, digest(name, xml)) === 0);
}
