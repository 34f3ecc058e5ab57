// RFC 5280, 6.3 and RFC 6960, 3.2: what revocation data says of a certificate, once that data is itself verified.
import { type Certificate, sameCertificate, signedBy } from './certificate.ts';
import type { Crl, Revocation } from './crl.ts';
import { KEY_USAGE } from './extensions.ts';
import type { OcspResponse } from './ocsp.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const DAY = 86_400_000;
/** Statements on one certificate whose signatures are looked at. */
const MAX_EVIDENCE = 16;
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

type Statement = Pick<Crl, 'thisUpdate' | 'nextUpdate' | 'keepsExpired'>;

function isFresh(thisUpdate: Date, nextUpdate: Date | null, time: Date): boolean {
  const until = nextUpdate?.getTime() ?? thisUpdate.getTime() + DAY;
  return thisUpdate >= time || until >= time.getTime();
}

function concerns(response: OcspResponse, certificate: Certificate, issuer: Certificate): boolean {
  try {
    return response.find(certificate, issuer) !== null;
  } catch {
    return false;
  }
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
  return delegates
    .slice(0, MAX_EVIDENCE)
    .some(
      (candidate) =>
        signed(candidate) &&
        signedBy(issuer, candidate.tbs, candidate.signatureAlgorithm, candidate.signature) === 'valid',
    );
}

/** Whether a list is of the certificate's issuer, and of its kind of certificates. */
function crlConcerns(crl: Crl, certificate: Certificate, issuer: Certificate): boolean {
  if (crl.issuerKey !== issuer.subjectKey || crl.scope === null) return false;
  const authority = certificate.extensions.basicConstraints?.ca ?? false;
  if (!(authority ? crl.scope.authorities : crl.scope.users)) return false;
  const { urls } = crl.scope;
  const named = new Set(certificate.extensions.crlUrls);
  return urls.length === 0 || named.size === 0 || urls.some((url) => named.has(url));
}

function crlHolds(crl: Crl, issuer: Certificate): boolean {
  if (issuer.extensions.keyUsage && !issuer.extensions.keyUsage(KEY_USAGE.crlSign)) return false;
  return signedBy(issuer, crl.tbs, crl.signatureAlgorithm, crl.signature) === 'valid';
}

/**
 * Every verified statement on `certificate`, as of `time`.
 * @param now statements from later than this are none
 * @throws `esign.malformed-asn1` where one that its issuer signed cannot be read
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
  const add = (revocation: Revocation | null, statement: Statement) => {
    const { thisUpdate, nextUpdate, keepsExpired } = statement;
    if (thisUpdate.getTime() > now.getTime() + SKEW) return;
    // After expiry an issuer may drop the certificate from its lists, so that silence says nothing.
    const silent = revocation === null && thisUpdate > certificate.notAfter && !keepsExpired;
    if (!silent) evidence.push({ revocation, thisUpdate, fresh: isFresh(thisUpdate, nextUpdate, time) });
  };
  const responses = data.ocsps.filter((response) => concerns(response, certificate, issuer));
  for (const response of responses.slice(0, MAX_EVIDENCE)) {
    const status = response.find(certificate, issuer)!;
    if (responderHolds(response, issuer, others)) add(status.revocation, status);
  }
  const lists = data.crls.filter((crl) => crlConcerns(crl, certificate, issuer));
  for (const crl of lists.slice(0, MAX_EVIDENCE)) {
    if (crlHolds(crl, issuer)) add(crl.find(certificate.serialNumber), crl);
  }
  return evidence;
}
