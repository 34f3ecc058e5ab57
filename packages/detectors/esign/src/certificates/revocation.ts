// RFC 5280, 6.3 and RFC 6960, 3.2: what revocation data says of a certificate, once that data is itself verified.
import { type Certificate, sameCertificate, signedBy } from './certificate.ts';
import type { Crl, Revocation } from './crl.ts';
import { KEY_USAGE } from './extensions.ts';
import type { OcspResponse } from './ocsp.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const DAY = 86_400_000;
/** How far clocks may differ. */
const SKEW = 300_000;

export interface RevocationData {
  readonly crls: readonly Crl[];
  readonly ocsps: readonly OcspResponse[];
}

/** `fresh`: says how it was at the time asked for. */
export interface RevocationEvidence {
  readonly revocation: Revocation | null;
  readonly thisUpdate: Date;
  readonly fresh: boolean;
}

function isFresh(thisUpdate: Date, nextUpdate: Date | null, time: Date): boolean {
  const until = nextUpdate?.getTime() ?? thisUpdate.getTime() + DAY;
  return thisUpdate >= time || until >= time.getTime();
}

/** Whether a responder's word counts: the issuer itself, or whom the issuer certified for that (RFC 6960, 4.2.2.2). */
function responderHolds(
  response: OcspResponse,
  issuer: Certificate,
  others: readonly Certificate[],
): boolean {
  const signed = (by: Certificate) =>
    signedBy(by, response.tbs, response.signatureAlgorithm, response.signature) === 'valid';
  if (signed(issuer)) return true;
  const delegates = [...response.certificates, ...others].filter(
    (candidate) =>
      candidate.issuerKey === issuer.subjectKey &&
      !sameCertificate(candidate, issuer) &&
      (candidate.extensions.extKeyUsage?.includes(OCSP_SIGNING) ?? false) &&
      candidate.notBefore <= response.producedAt &&
      candidate.notAfter >= response.producedAt,
  );
  return delegates.some(
    (candidate) =>
      signed(candidate) &&
      signedBy(issuer, candidate.tbs, candidate.signatureAlgorithm, candidate.signature) === 'valid',
  );
}

function crlHolds(crl: Crl, certificate: Certificate, issuer: Certificate): boolean {
  if (crl.issuerKey !== issuer.subjectKey || crl.scope === null) return false;
  const authority = certificate.extensions.basicConstraints?.ca ?? false;
  if (!(authority ? crl.scope.authorities : crl.scope.users)) return false;
  const { urls } = crl.scope;
  const named = certificate.extensions.crlUrls;
  if (urls.length > 0 && named.length > 0 && !urls.some((url) => named.includes(url))) return false;
  if (issuer.extensions.keyUsage && !issuer.extensions.keyUsage(KEY_USAGE.crlSign)) return false;
  return signedBy(issuer, crl.tbs, crl.signatureAlgorithm, crl.signature) === 'valid';
}

/**
 * Every verified statement on `certificate`, as of `time`.
 * @param now statements from later than this are none
 */
export function revocationEvidence(
  certificate: Certificate,
  issuer: Certificate,
  data: RevocationData,
  others: readonly Certificate[],
  time: Date,
  now: Date,
): readonly RevocationEvidence[] {
  const evidence: RevocationEvidence[] = [];
  const add = (
    revocation: Revocation | null,
    {
      thisUpdate,
      nextUpdate,
      keepsExpired,
    }: { thisUpdate: Date; nextUpdate: Date | null; keepsExpired: boolean },
  ) => {
    if (thisUpdate.getTime() > now.getTime() + SKEW) return;
    // After expiry an issuer may drop the certificate from its lists, so that silence says nothing.
    const silent = revocation === null && thisUpdate > certificate.notAfter && !keepsExpired;
    if (!silent) evidence.push({ revocation, thisUpdate, fresh: isFresh(thisUpdate, nextUpdate, time) });
  };
  for (const response of data.ocsps) {
    const status = response.find(certificate, issuer);
    if (status && responderHolds(response, issuer, others)) add(status.revocation, status);
  }
  for (const crl of data.crls) {
    if (crlHolds(crl, certificate, issuer)) add(crl.find(certificate.serialNumber), crl);
  }
  return evidence;
}
