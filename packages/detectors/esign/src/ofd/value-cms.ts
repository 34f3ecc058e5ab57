import { type CmsResult, verifyCms } from '../cms/signed-data.ts';
import { type DigestName, digest } from '../crypto/digest.ts';
import type { ValueVerdict } from './value.ts';

/**
 * CMS of GB/T 35275 over Signature.xml: detached, or carrying it or its hash; or, as some write it, detached over its hash.
 * Of several signers each must hold: a value stands for one signature.
 */
export function verifyCmsValue(
  value: Uint8Array,
  xml: Uint8Array,
  checkMethod: DigestName | null,
): ValueVerdict {
  const results = overXml(value, xml, checkMethod);
  const first = results.find(({ intact }) => !intact) ?? results[0]!;
  const differs = first.remarks.some(({ subIndication }) => subIndication === 'HASH_FAILURE');
  return {
    format: 'ofd-cms',
    holds: first.intact,
    descriptionSame: first.intact || (differs ? false : null),
    algorithm: first.algorithm,
    signedAt: first.signedAt?.toISOString() ?? null,
    signed: first,
    ses: null,
    remarks: [],
  };
}

function overXml(value: Uint8Array, xml: Uint8Array, method: DigestName | null): readonly CmsResult[] {
  const plain = verifyCms(value, [xml]);
  const detached = plain.every(({ content }) => content === null);
  if (method === null || !detached || plain.every(({ intact }) => intact)) return plain;
  const hashed = verifyCms(value, [digest(method, xml)]);
  return hashed.every(({ intact }) => intact) ? hashed : plain;
}
