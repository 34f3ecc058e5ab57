// ETSI EN 319 102-1, 5.2.6 and 5.6.2.4 (past signatures): validity in time, given what is proven of when the signature was made.
import { type Remark, remark } from '../remark.ts';
import type { Certificate } from './certificate.ts';

export interface Moments {
  /** When the check is made. */
  readonly at: Date;
  /** A time at which the signature is proven to have existed already; null where nothing proves it. */
  readonly provenAt: Date | null;
  /** A time before which it is proven not to have existed (a content timestamp). */
  readonly notEarlierThan?: Date | null;
}

export const nameOf = (certificate: Certificate): string =>
  certificate.commonName ?? certificate.facts.subject;
export const dateOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The moment as of which certificates are looked at: the earliest at which the signature is known to have existed. */
export const referenceTime = ({ at, provenAt }: Moments): Date => (provenAt && provenAt < at ? provenAt : at);

/** Final words are on the leaf alone: an authority may have been certified anew, with other dates, for the same key. */
function validity(certificate: Certificate, moments: Moments, leaf: boolean): Remark | null {
  const time = referenceTime(moments);
  const name = nameOf(certificate);
  if (time < certificate.notBefore) {
    const subIndication = leaf ? 'NOT_YET_VALID' : 'OUT_OF_BOUNDS_NO_POE';
    return remark('certificate-not-yet-valid', subIndication, { name, date: dateOf(certificate.notBefore) });
  }
  if (time <= certificate.notAfter) return null;
  const after = leaf && moments.notEarlierThan && moments.notEarlierThan > certificate.notAfter;
  const values = { name, date: dateOf(certificate.notAfter) };
  return after
    ? remark('signed-after-expiry', 'EXPIRED', values)
    : remark('certificate-expired', 'OUT_OF_BOUNDS_NO_POE', values);
}

/** @param path from the leaf to the anchor, which is trusted whatever its dates */
export function validityRemarks(path: readonly Certificate[], moments: Moments): readonly Remark[] {
  const checked = path.length > 1 ? path.slice(0, -1) : path;
  return checked
    .map((certificate, index) => validity(certificate, moments, index === 0))
    .filter((found) => found !== null);
}
