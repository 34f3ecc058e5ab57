// RFC 5280, 6 (path validation) in the terms of ETSI EN 319 102-1, 5.2.6 (X.509 certificate validation).
import type { SubIndication } from '@jianzhen/evidence';
import { type Remark, remark } from '../remark.ts';
import type { Certificate } from './certificate.ts';
import { constraintRemarks, type Purpose } from './constraints.ts';
import type { Crl } from './crl.ts';
import type { OcspResponse } from './ocsp.ts';
import { findPaths } from './path.ts';
import { revocationRemarks } from './revoked.ts';
import { chainStrength } from './strength.ts';
import type { TrustStore } from './trust.ts';
import { type Moments, validityRemarks } from './validity.ts';

export interface ChainContext extends Moments {
  /** Certificates that may lie between: the file's own. Nothing of them is trusted. */
  readonly others: readonly Certificate[];
  /** Revocation data of the file's own; verified before use like the store's. */
  readonly crls?: readonly Crl[];
  readonly ocsps?: readonly OcspResponse[];
  readonly trust: TrustStore;
  /** What the leaf must be allowed to do; `signature` unless told. */
  readonly purpose?: Purpose;
  /** Without fresh revocation data: TRY_LATER where `required`, else a remark. `if-available` unless told. */
  readonly revocation?: 'required' | 'if-available';
}

export interface ChainResult {
  /** The chain ends at an anchor and nothing speaks against it. */
  readonly trusted: boolean;
  /** From the leaf to the anchor; the leaf alone where there is none. */
  readonly path: readonly Certificate[];
  /** The weightiest objection. */
  readonly subIndication: SubIndication | null;
  readonly remarks: readonly Remark[];
}

function check(path: readonly Certificate[], context: ChainContext): readonly Remark[] {
  return [
    ...constraintRemarks(path, context.purpose ?? 'signature'),
    ...revocationRemarks(path, {
      crls: [...context.trust.crls, ...(context.crls ?? [])],
      ocsps: [...context.trust.ocsps, ...(context.ocsps ?? [])],
      others: context.others,
      required: context.revocation === 'required',
      moments: context,
    }),
    ...validityRemarks(path, context),
    ...chainStrength(path, context),
  ];
}

const objections = (remarks: readonly Remark[]) =>
  remarks.filter(({ subIndication }) => subIndication !== null).length;

/** Whether a chain leads from `leaf` to an anchor, and holds. Never throws; nothing is fetched. */
export function validateChain(leaf: Certificate, context: ChainContext): ChainResult {
  let remarks: readonly Remark[] | null = null;
  let best: readonly Certificate[] = [leaf];
  try {
    const { paths, exhausted } = findPaths(leaf, context.trust.anchors, context.others);
    for (const path of paths) {
      const found = check(path, context);
      if (remarks && objections(found) >= objections(remarks)) continue;
      remarks = found;
      best = path;
      if (objections(found) === 0) break;
    }
    remarks ??= exhausted
      ? [remark('chain-too-complex', 'CERTIFICATE_CHAIN_GENERAL_FAILURE')]
      : [remark('no-trust', 'NO_CERTIFICATE_CHAIN_FOUND'), ...validityRemarks(best, context)];
  } catch {
    remarks = [remark('chain-failure', 'CERTIFICATE_CHAIN_GENERAL_FAILURE')];
  }
  const subIndication = remarks.find((found) => found.subIndication !== null)?.subIndication ?? null;
  return { trusted: subIndication === null, path: best, subIndication, remarks };
}
