// ETSI EN 319 102-1 V1.4.1: 5.1.3 (indications) and 5.3 (basic validation: the first check that fails decides). What the file shows by
// itself comes before what depends on trust and time, so that a changed file is never called merely untrusted.
import type { Indication, Reason, SubIndication } from '@jianzhen/evidence';
import type { Remark } from './remark.ts';

/** In the order of the process: format, signer, hash, cryptography, certificates, constraints. */
const order: readonly SubIndication[] = [
  'FORMAT_FAILURE',
  'NO_SIGNING_CERTIFICATE_FOUND',
  'SIGNED_DATA_NOT_FOUND',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'NO_CERTIFICATE_CHAIN_FOUND',
  'CERTIFICATE_CHAIN_GENERAL_FAILURE',
  'CHAIN_CONSTRAINTS_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
  'REVOKED_NO_POE',
  'REVOKED_CA_NO_POE',
  'OUT_OF_BOUNDS_NO_POE',
  'TRY_LATER',
  'CRYPTO_CONSTRAINTS_FAILURE',
  'CRYPTO_CONSTRAINTS_FAILURE_NO_POE',
  'SIG_CONSTRAINTS_FAILURE',
];

/** Those of table 5 that are final, whatever else may become known. */
const failures: ReadonlySet<SubIndication> = new Set([
  'FORMAT_FAILURE',
  'HASH_FAILURE',
  'SIG_CRYPTO_FAILURE',
  'REVOKED',
  'EXPIRED',
  'NOT_YET_VALID',
]);

export interface Judgement {
  readonly indication: Indication;
  readonly subIndication: SubIndication | null;
  /** The deciding one first, then the others in the order of the process, then what a person should know. */
  readonly reasons: readonly Reason[];
}

const rank = ({ subIndication }: Remark) =>
  subIndication === null ? order.length : order.indexOf(subIndication);

/** One word out of everything that was held of a signature. */
export function judge(remarks: readonly Remark[]): Judgement {
  const sorted = [...remarks].sort((a, b) => rank(a) - rank(b));
  const subIndication = sorted[0]?.subIndication ?? null;
  const indication =
    subIndication === null ? 'TOTAL-PASSED' : failures.has(subIndication) ? 'TOTAL-FAILED' : 'INDETERMINATE';
  return { indication, subIndication, reasons: sorted.map(({ reason }) => reason) };
}
