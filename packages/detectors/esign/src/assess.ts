// ETSI EN 319 102-1, 5.5 and 5.6: a signature with its timestamps and its chain, in the order in which each needs the others.
import type { Certificate } from './certificates/certificate.ts';
import { type ChainContext, type ChainResult, validateChain } from './certificates/chain.ts';
import type { RevocationData } from './certificates/revocation.ts';
import { signatureStrength } from './certificates/strength.ts';
import type { TrustStore } from './certificates/trust.ts';
import { type Moments, nameOf, referenceTime } from './certificates/validity.ts';
import type { TimestampResult } from './cms/timestamp.ts';
import type { SignatureAlgorithm } from './crypto/algorithm.ts';
import type { DigestName } from './crypto/digest.ts';
import { judge } from './judge.ts';
import { type Remark, remark } from './remark.ts';

/** How far a signer's clock may be ahead, in milliseconds. */
const SKEW = 3_600_000;

export interface AssessContext {
  readonly trust: TrustStore;
  /** When the check is made. */
  readonly at: Date;
  /** The file's own certificates and revocation data beyond the signature's (a PDF's DSS). */
  readonly certificates?: readonly Certificate[];
  readonly crls?: RevocationData['crls'];
  readonly ocsps?: RevocationData['ocsps'];
  /** A time at which something outside the signature (a later document timestamp) proves it to have existed. */
  readonly provenAt?: Date | null;
  readonly revocation?: ChainContext['revocation'];
}

interface Carried extends RevocationData {
  readonly certificates: readonly Certificate[];
}

export interface Assessment {
  /** Null without a signer's certificate. */
  readonly chain: ChainResult | null;
  readonly provenAt: Date | null;
  readonly remarks: readonly Remark[];
}

function chainContext(data: Carried, context: AssessContext): Omit<ChainContext, 'provenAt'> {
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
  const moments = { at: context.at, provenAt };
  const chain =
    authority &&
    validateChain(authority, { ...chainContext(timestamp.data, context), ...moments, purpose: 'timestamp' });
  const strength =
    authority && timestamp.signatureAlgorithm
      ? signatureStrength(timestamp.signatureAlgorithm, authority, timestamp.hashes, moments)
      : [];
  const remarks = [...timestamp.remarks, ...(chain?.remarks ?? []), ...strength];
  const holds = timestamp.intact && remarks.every(({ subIndication }) => subIndication === null);
  return { chain, provenAt, time: holds ? time : null, remarks };
}

function timestampRemark(timestamp: TimestampResult, { time, remarks }: TimestampAssessment): Remark {
  const stated = timestamp.time?.toISOString() ?? '–';
  if (time) return remark('timestamp-proves', null, { time: stated });
  const code = timestamp.intact ? 'timestamp-untrusted' : 'timestamp-broken';
  const [why] = judge(remarks).reasons;
  const { message } = remark(code, null, { time: stated }).reason;
  const joined = { zh: `${message.zh}：${why?.message.zh}`, en: `${message.en}: ${why?.message.en}` };
  return { subIndication: null, reason: { code: `esign.${code}`, message: why ? joined : message } };
}

/** What speaks against the time that the signer claims. It proves nothing, so it costs nothing, but people ask. */
function* claimRemarks(
  signer: Certificate | null,
  claimed: Date | null,
  moments: Moments,
): Generator<Remark> {
  if (!claimed) return;
  const time = claimed.toISOString();
  if (signer && (claimed < signer.notBefore || claimed > signer.notAfter)) {
    yield remark('claimed-time-outside', null, { name: nameOf(signer), time });
  }
  const known = referenceTime(moments);
  if (claimed.getTime() > known.getTime() + SKEW) {
    yield remark('claimed-time-late', null, { time, known: known.toISOString() });
  }
}

const earliest = (times: readonly (Date | null)[]) =>
  times.reduce((best, time) => (time && (!best || time < best) ? time : best), null);

export interface Signed {
  readonly signer: Certificate | null;
  readonly signatureAlgorithm: SignatureAlgorithm | null;
  /** Every hash that it rests on. */
  readonly hashes: readonly (DigestName | null)[];
  readonly signedAt: Date | null;
  readonly data: Carried;
  readonly timestamps: readonly TimestampResult[];
  readonly contentTimestamps: readonly TimestampResult[];
  readonly remarks: readonly Remark[];
}

/** Everything held of a signature: for `judge`. A `CmsResult` is a `Signed`; OFD's seals make one of their parts. */
export function assess(signed: Signed, context: AssessContext): Assessment {
  const { signer, signatureAlgorithm, signedAt } = signed;
  const proofs = signed.timestamps.map((timestamp) => assessTimestamp(timestamp, context));
  const before = signed.contentTimestamps.map((timestamp) => assessTimestamp(timestamp, context).time);
  const provenAt = earliest([...proofs.map(({ time }) => time), context.provenAt ?? null]);
  const moments = { at: context.at, provenAt, notEarlierThan: earliest(before) };
  const chain = signer && validateChain(signer, { ...chainContext(signed.data, context), ...moments });
  return {
    chain,
    provenAt,
    remarks: [
      ...signed.remarks,
      ...(chain?.remarks ?? []),
      ...(signer && signatureAlgorithm
        ? signatureStrength(signatureAlgorithm, signer, signed.hashes, moments)
        : []),
      ...claimRemarks(signer, signedAt, moments),
      ...proofs.map((proof, index) => timestampRemark(signed.timestamps[index]!, proof)),
    ],
  };
}
