// ETSI EN 319 102-1, 5.2.6 and 5.6.2.4 (past signatures): revocation against what is proven of the time of signing.
import type { SubIndication } from '@jianzhen/evidence';
import { type Remark, remark } from '../remark.ts';
import type { Certificate } from './certificate.ts';
import { ON_HOLD, type Revocation } from './crl.ts';
import { type RevocationData, type RevocationEvidence, revocationEvidence } from './revocation.ts';
import { dateOf, type Moments, nameOf, referenceTime } from './validity.ts';

export interface RevocationCheck extends RevocationData {
  readonly others: readonly Certificate[];
  readonly required: boolean;
  readonly moments: Moments;
}

function revoked(certificate: Certificate, revocation: Revocation, leaf: boolean, moments: Moments): Remark {
  const values = { name: nameOf(certificate), date: dateOf(revocation.at) };
  if (moments.provenAt && moments.provenAt < revocation.at) return remark('revoked-later', null, values);
  if (revocation.reason === ON_HOLD) return remark('certificate-on-hold', 'TRY_LATER', values);
  if (leaf && moments.notEarlierThan && moments.notEarlierThan >= revocation.at) {
    return remark('signed-after-revocation', 'REVOKED', values);
  }
  const subIndication: SubIndication = leaf ? 'REVOKED_NO_POE' : 'REVOKED_CA_NO_POE';
  return remark('certificate-revoked', subIndication, values);
}

const latest = (evidence: readonly RevocationEvidence[]) =>
  evidence.reduce((best, next) => (next.thisUpdate > best.thisUpdate ? next : best));

function unrevoked(certificate: Certificate, evidence: readonly RevocationEvidence[], required: boolean) {
  if (evidence.some(({ fresh }) => fresh)) return null;
  const subIndication = required ? 'TRY_LATER' : null;
  const name = nameOf(certificate);
  if (evidence.length === 0) return remark('revocation-unknown', subIndication, { name });
  return remark('revocation-stale', subIndication, { name, date: dateOf(latest(evidence).thisUpdate) });
}

/** @param path from the leaf to the anchor, whose revocation its owner decides on by removing it */
export function revocationRemarks(path: readonly Certificate[], check: RevocationCheck): readonly Remark[] {
  const remarks: Remark[] = [];
  for (const [index, certificate] of path.slice(0, -1).entries()) {
    const time = referenceTime(check.moments);
    const issuer = path[index + 1]!;
    const evidence = revocationEvidence(certificate, issuer, check, check.others, time, check.moments.at);
    // A revocation stands however old the list; one from a hold may since have been lifted, so the latest word counts.
    const standing = evidence.filter(({ revocation }) => revocation && revocation.reason !== ON_HOLD);
    const last = evidence.length > 0 ? latest(evidence) : null;
    const revocation = standing[0]?.revocation ?? last?.revocation ?? null;
    const found = revocation
      ? revoked(certificate, revocation, index === 0, check.moments)
      : unrevoked(certificate, evidence, check.required);
    if (found) remarks.push(found);
  }
  return remarks;
}
