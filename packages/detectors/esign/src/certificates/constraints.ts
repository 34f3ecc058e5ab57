// RFC 5280, 6.1.3 (n), 6.1.4 (k) to (o) and 6.1.5 (f): who may issue, how deep, and for what.
import { type Remark, remark } from '../remark.ts';
import type { Certificate } from './certificate.ts';
import { KEY_USAGE } from './extensions.ts';
import { namesHold } from './name-constraints.ts';
import { policiesHold } from './policies.ts';
import { nameOf } from './validity.ts';

export type Purpose = 'signature' | 'timestamp' | 'any';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

const failure = (code: 'not-a-ca' | 'path-too-long', certificate: Certificate) =>
  remark(code, 'CHAIN_CONSTRAINTS_FAILURE', { name: nameOf(certificate) });
const usage = (certificate: Certificate, use: string) =>
  remark('key-usage', 'CHAIN_CONSTRAINTS_FAILURE', { name: nameOf(certificate), use });

function* leafRemarks(leaf: Certificate, purpose: Purpose): Generator<Remark> {
  const { keyUsage, extKeyUsage } = leaf.extensions;
  if (purpose === 'any') return;
  if (keyUsage && !keyUsage(KEY_USAGE.digitalSignature) && !keyUsage(KEY_USAGE.nonRepudiation)) {
    yield usage(leaf, 'digitalSignature, nonRepudiation');
  }
  if (purpose === 'timestamp' && !extKeyUsage?.includes(TIME_STAMPING)) yield usage(leaf, 'timeStamping');
}

/** @param below number of certificates between `authority` and the leaf that are not self-issued */
function* authorityRemarks(authority: Certificate, below: number): Generator<Remark> {
  const { basicConstraints, keyUsage } = authority.extensions;
  // Version 1 roots have no extensions; only the anchor's owner can vouch for them, and does by naming them.
  if (basicConstraints && !basicConstraints.ca) yield failure('not-a-ca', authority);
  const limit = basicConstraints?.pathLength ?? null;
  if (limit !== null && below > limit) yield failure('path-too-long', authority);
  if (keyUsage && !keyUsage(KEY_USAGE.keyCertSign)) yield usage(authority, 'keyCertSign');
}

/** @param path from the leaf to the anchor */
export function constraintRemarks(path: readonly Certificate[], purpose: Purpose): readonly Remark[] {
  const remarks: Remark[] = [...leafRemarks(path[0]!, purpose)];
  for (const [index, certificate] of path.entries()) {
    const anchor = index === path.length - 1;
    for (const oid of anchor ? [] : certificate.extensions.unknownCritical) {
      remarks.push(
        remark('critical-extension', 'CHAIN_CONSTRAINTS_FAILURE', { name: nameOf(certificate), oid }),
      );
    }
    if (index === 0) continue;
    const below = path.slice(1, index).filter((link) => link.subjectKey !== link.issuerKey).length;
    if (!anchor && !certificate.extensions.basicConstraints) remarks.push(failure('not-a-ca', certificate));
    remarks.push(...authorityRemarks(certificate, below));
  }
  if (!namesHold(path)) remarks.push(remark('name-not-allowed', 'CHAIN_CONSTRAINTS_FAILURE'));
  if (!policiesHold(path)) remarks.push(remark('policy-missing', 'CHAIN_CONSTRAINTS_FAILURE'));
  return remarks;
}
