import type { FileReport, Signature } from '@jianzhen/evidence';
import { PdfHistory, PdfString } from '@jianzhen/pdf';
import { type AssessContext, assess, assessTimestamp } from '../assess.ts';
import type { Certificate } from '../certificates/certificate.ts';
import type { TrustStore } from '../certificates/trust.ts';
import { judge } from '../judge.ts';
import type { Remark } from '../remark.ts';
import { type State, stateOf } from './changes/sides.ts';
import { type Cover, coverOf, Effort } from './cover.ts';
import { type Outcome, verifyWithin } from './cryptography.ts';
import { findingsOf, type Standing } from './findings.ts';
import { pdfRemark } from './messages.ts';
import { placementOf } from './placement.ts';
import { type FoundSignature, findSignatures } from './signatures.ts';
import { dateOf } from './text.ts';
import { validationDataOf } from './validation-data.ts';

export interface PdfContext {
  readonly trust: TrustStore;
  /** When the check is made. */
  readonly at: Date;
}

interface Examined {
  readonly found: FoundSignature;
  readonly cover: Cover;
  readonly outcome: Outcome;
}

/**
 * Verifies all signatures and document timestamps of a PDF (ISO 32000-2, 12.8; EN 319 142-1) without reading anything
 * but its bytes. Never throws on account of what the file holds.
 */
export async function verifyPdf(bytes: Uint8Array, context: PdfContext): Promise<FileReport> {
  const history = new PdfHistory(bytes);
  const signatures = findSignatures(history);
  if (signatures.length === 0) return { findings: [], signatures: [] };
  const newest = stateOf(history);
  const effort = new Effort();
  const data = validationDataOf(history);
  const examined = signatures.map((found) => ({
    found,
    cover: coverOf(found, newest, effort),
    outcome: verifyWithin(effort, found, history, data.certificates),
  }));
  const base = { ...data, trust: context.trust, at: context.at };
  const reports: { signature: Signature; findings: FileReport['findings'] }[] = [];
  // From the last to the first, for a timestamp proves all that it covers.
  let provenAt: Date | null = null;
  for (const item of examined.toReversed()) {
    const report = reportOn(item, newest, { ...base, provenAt });
    reports.unshift(report);
    const time = report.proves;
    if (time && (!provenAt || time < provenAt)) provenAt = time;
  }
  return {
    signatures: reports.map(({ signature }) => signature),
    findings: reports.flatMap(({ findings }) => findings),
  };
}

interface Report {
  readonly signature: Signature;
  readonly findings: FileReport['findings'];
  /** When everything under it existed, where it is a timestamp that can be trusted. */
  readonly proves: Date | null;
}

function reportOn({ found, cover, outcome }: Examined, newest: State, context: AssessContext): Report {
  const timestamp = outcome.kind === 'timestamp';
  const { signer, claimed, time, remarks } = assessed(outcome, context);
  const readable = found.range.spans.length > 0;
  const intact = outcome.result.intact && readable;
  const judgement = judge([...formRemarks(found, cover, newest), ...remarks]);
  const encrypted = isEncrypted(newest);
  const placement = placementIn(found, newest);
  const signature: Signature = {
    name: encrypted ? null : (cover.field?.name ?? found.fields[0]?.name ?? null),
    format: timestamp ? 'pdf-timestamp' : 'pdf-cms',
    indication: judgement.indication,
    subIndication: judgement.subIndication,
    intact,
    wholeDocument: cover.whole,
    changesAfterSigning: worst(cover),
    changes: [...cover.changes],
    algorithm: outcome.result.algorithm,
    signer: signer ? (signer.commonName ?? signer.facts.subject) : null,
    certificate: signer?.facts ?? null,
    sealName: null,
    seal: null,
    signedAt: claimed?.toISOString() ?? (encrypted ? null : claimedTime(found, newest)),
    provenAt: time?.toISOString() ?? null,
    unprotected: uncovered(found, newest.history.bytes.length),
    page: placement?.page ?? null,
    place: placement?.place ?? null,
    reasons: [...judgement.reasons],
  };
  const findings = findingsOf(signature, standingOf(outcome, intact, readable), cover.problems);
  const sound = intact && cover.whole && judgement.indication === 'TOTAL-PASSED';
  return { signature, findings, proves: timestamp && sound ? time : null };
}

interface Assessed {
  readonly signer: Certificate | null;
  /** As the signer or the token states it. */
  readonly claimed: Date | null;
  /** As somebody who is trusted proves it. */
  readonly time: Date | null;
  readonly remarks: readonly Remark[];
}

function assessed(outcome: Outcome, context: AssessContext): Assessed {
  if (outcome.kind === 'timestamp') {
    const { time, remarks } = assessTimestamp(outcome.result, context);
    return { signer: outcome.result.authority, claimed: outcome.result.time, time, remarks };
  }
  const { result } = outcome;
  const signed = { ...result, remarks: [...outcome.remarks, ...result.remarks] };
  const { provenAt, remarks } = assess(signed, context);
  return { signer: result.signer, claimed: result.signedAt, time: provenAt, remarks };
}

function* formRemarks(found: FoundSignature, cover: Cover, newest: State): Generator<Remark> {
  for (const problem of cover.problems) yield pdfRemark(`pdf-range-${problem}`, 'FORMAT_FAILURE');
  const forbidden = cover.changes.find(({ permitted }) => !permitted);
  if (forbidden) yield pdfRemark('pdf-changed-forbidden', 'FORMAT_FAILURE', { change: forbidden.message });
  else if (cover.changes.length > 0) yield pdfRemark('pdf-changed-permitted', null);
  if (found.fields.length === 0) yield pdfRemark('pdf-orphan', null);
  else if (!found.current) yield pdfRemark('pdf-not-current', null);
  if (found.fields.length > 1) yield pdfRemark('pdf-several-fields', null, { count: found.fields.length });
  const level = cover.permissions?.level ?? null;
  if (level !== null) yield pdfRemark('pdf-certified', null, { level });
  if (isEncrypted(newest)) yield pdfRemark('pdf-encrypted', null);
}

/** Its strings mean nothing without the key; the bytes that were signed are as they lie in the file. */
function isEncrypted({ history, k, trailer }: State): boolean {
  return history.resolve(trailer.get('Encrypt'), k) !== null;
}

function worst({ changes }: Cover): Signature['changesAfterSigning'] {
  if (changes.length === 0) return 'none';
  return changes.some(({ permitted }) => !permitted) ? 'forbidden' : 'permitted';
}

/** Broken: there is something to verify, and it does not verify. */
function standingOf({ kind, result }: Outcome, intact: boolean, readable: boolean): Standing {
  if (intact) return 'intact';
  if (!readable) return 'broken';
  const mismatch = kind === 'timestamp' ? result.imprint === 'mismatch' : result.digest === 'mismatch';
  const invalid = result.remarks.some(({ subIndication }) => subIndication === 'SIG_CRYPTO_FAILURE');
  return mismatch || invalid ? 'broken' : 'not-verifiable';
}

function claimedTime(found: FoundSignature, newest: State): string | null {
  const time = newest.history.resolve(found.dict.get('M'), newest.k);
  return time instanceof PdfString ? dateOf(time.bytes) : null;
}

/** Bytes outside the stretches and the Contents between them, as `from-to`, the end exclusive. */
function uncovered({ range, span }: FoundSignature, length: number): string[] {
  const covered = [...range.spans, ...(span ? [span] : [])].sort((a, b) => a.start - b.start);
  const gaps: string[] = [];
  let at = 0;
  for (const { start, end } of [...covered, { start: length, end: length }]) {
    if (start > at) gaps.push(`${at}-${start}`);
    at = Math.max(at, end);
  }
  return gaps;
}

function placementIn(found: FoundSignature, { history, k, pages, pageOf }: State) {
  if (!found.current) return null;
  for (const widget of found.fields.flatMap((field) => field.widgets)) {
    const placement = placementOf(widget, history, k, pages.pages, pageOf);
    if (placement) return placement;
  }
  return null;
}
