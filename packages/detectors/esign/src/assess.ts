// ETSI EN 319 102-1, 5.5 and 5.6: a signature with its timestamps and its chain, in the order in which each needs the others.
import type { Certificate } from './certificates/certificate.ts';
import { type ChainContext, type ChainResult, validateChain } from './certificates/chain.ts';
import type { RevocationData } from './certificates/revocation.ts';
import type { TrustStore } from './certificates/trust.ts';
import type { TimestampResult } from './cms/timestamp.ts';
import { type Remark, remark } from './remark.ts';

export interface AssessContext {
  readonly trust: TrustStore;
  /** When the check is made. */
  readonly at: Date;
  /** The file's own certificates and revocation data beyond the signature's (a PDF's DSS). */
  readonly certificates?: readonly Certificate[];
  readonly crls?: readonly RevocationData['crls'][number][];
  readonly ocsps?: readonly RevocationData['ocsps'][number][];
  /** A time at which something outside the signature (a later document timestamp) proves it to have existed. */
  readonly provenAt?: Date | null;
  readonly revocation?: ChainContext['revocation'];
}

interface Carried {
  readonly certificates: readonly Certificate[];
  readonly crls: RevocationData['crls'];
  readonly ocsps: RevocationData['ocsps'];
}

export interface Assessment {
  /** Null without a signer's certificate. */
  readonly chain: ChainResult | null;
  readonly provenAt: Date | null;
  readonly remarks: readonly Remark[];
}

function chainContext(
  data: Carried,
  context: AssessContext,
): Pick<ChainContext, 'others' | 'crls' | 'ocsps' | 'trust' | 'at' | 'revocation'> {
  return {
    others: [...data.certificates, ...(context.certificates ?? [])],
    crls: [...data.crls, ...(context.crls ?? [])],
    ocsps: [...data.ocsps, ...(context.ocsps ?? [])],
    trust: context.trust,
    at: context.at,
    revocation: context.revocation ?? 'if-available',
  };
}

export interface TimestampAssessment extends Assessment {
  /** The time, where the token holds and its authority's chain ends at an anchor. */
  readonly time: Date | null;
}

/** Whether a timestamp proves anything: for its own signature, and as what a signature's validity rests on. */
export function assessTimestamp(timestamp: TimestampResult, context: AssessContext): TimestampAssessment {
  const { authority, time } = timestamp;
  const provenAt = context.provenAt ?? null;
  const chain =
    authority &&
    validateChain(authority, { ...chainContext(timestamp.data, context), provenAt, purpose: 'timestamp' });
  const trusted = timestamp.intact && chain?.trusted === true;
  return {
    chain,
    provenAt,
    time: trusted ? time : null,
    remarks: [...timestamp.remarks, ...(chain?.remarks ?? [])],
  };
}

function timestampRemark(timestamp: TimestampResult, proven: Date | null): Remark {
  const time = timestamp.time?.toISOString() ?? '–';
  if (proven) return remark('timestamp-proves', null, { time });
  if (timestamp.intact) return remark('timestamp-untrusted', null, { time });
  const problem = timestamp.remarks[0]?.reason.message.en ?? '–';
  return remark('timestamp-broken', null, { problem });
}

const earliest = (times: readonly (Date | null)[]) =>
  times.reduce((best, time) => (time && (!best || time < best) ? time : best), null);

export interface Signed {
  readonly signer: Certificate | null;
  readonly signedAt: Date | null;
  readonly data: Carried;
  readonly timestamps: readonly TimestampResult[];
  readonly contentTimestamps: readonly TimestampResult[];
  readonly remarks: readonly Remark[];
}

/** Everything held of a signature: for `judge`. A `CmsResult` is a `Signed`; OFD's seals make one of their parts. */
export function assess(signed: Signed, context: AssessContext): Assessment {
  const times = (timestamps: readonly TimestampResult[]) =>
    timestamps.map((timestamp) => assessTimestamp(timestamp, context).time);
  const proofs = times(signed.timestamps);
  const provenAt = earliest([...proofs, context.provenAt ?? null]);
  const notEarlierThan = earliest(times(signed.contentTimestamps));
  const chain =
    signed.signer &&
    validateChain(signed.signer, { ...chainContext(signed.data, context), provenAt, notEarlierThan });
  return {
    chain,
    provenAt,
    remarks: [
      ...signed.remarks,
      ...(chain?.remarks ?? []),
      ...signed.timestamps.map((timestamp, index) => timestampRemark(timestamp, proofs[index] ?? null)),
    ],
  };
}
