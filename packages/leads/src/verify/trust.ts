import { toCodedError } from '@jianzhen/evidence';
import { type Digests, parseInfo } from '../bag/index.ts';
import { fromHex } from '../canonical.ts';
import { type CustodyProof, checkProof, type TreeHead } from '../custody/index.ts';
import { type Algorithm, type PublicKey, publicKeyFromPem } from '../keys/index.ts';
import { FILES, UNSIGNED } from '../layout.ts';
import {
  isSealedBy,
  type LeadPredicate,
  payloadOf,
  preAuthentication,
  readEnvelope,
  readStatement,
} from '../statement/index.ts';
import { verifyTimestamp } from '../timestamp/index.ts';
import { type Problem, problem } from './problems.ts';
import type { ReadTag, VerifyOptions } from './types.ts';

/** Who vouches for a package, and since when. */
export interface Trust {
  /** What was signed; null where nothing readable was. */
  readonly lead: LeadPredicate | null;
  /** `pinned` where the key was known beforehand; without that a signature says only that the package agrees with itself. */
  readonly key: { readonly id: string; readonly algorithm: Algorithm; readonly pinned: boolean } | null;
  readonly timestamp: { readonly at: string; readonly authority: string; readonly trusted: boolean } | null;
  readonly custody: TreeHead | null;
}

interface Checked {
  readonly read: ReadTag;
  readonly actual: ReadonlyMap<string, Digests>;
  readonly options: VerifyOptions;
  /** Problems found are added. */
  readonly problems: Problem[];
}

export async function checkTrust(checked: Checked): Promise<Trust> {
  const { read, options, problems } = checked;
  const key = await enclosedKey(read, problems);
  const pinned = options.key ?? null;
  if (pinned && key && pinned.keyId !== key.keyId)
    problems.push(problem(FILES.publicKey, 'other-key', { detail: key.keyId }));
  const lead = await checkStatement(checked, pinned ?? key);
  return {
    lead,
    key: key && { id: key.keyId, algorithm: key.algorithm, pinned: pinned?.keyId === key.keyId },
    timestamp: await checkTimestamp(checked),
    custody: await checkCustody(checked, pinned ?? key),
  };
}

async function enclosedKey(read: ReadTag, problems: Problem[]): Promise<PublicKey | null> {
  const pem = await read(FILES.publicKey);
  // That it is missing is told by the tag manifests, unless somebody rewrote them.
  if (!pem) problems.push(problem(FILES.publicKey, 'missing'));
  try {
    return pem && publicKeyFromPem(pem.toString('latin1'));
  } catch (thrown) {
    const detail = toCodedError(thrown).text;
    problems.push(problem(FILES.publicKey, 'unreadable', { detail }));
    return null;
  }
}

async function checkStatement(
  { read, actual, problems }: Checked,
  key: PublicKey | null,
): Promise<LeadPredicate | null> {
  const bytes = await read(FILES.envelope);
  const envelope = bytes && readEnvelope(bytes.toString());
  const statement = envelope && readStatement(payloadOf(envelope));
  if (!envelope || !statement) {
    problems.push(problem(FILES.envelope, bytes ? 'statement-broken' : 'missing'));
    return null;
  }
  if (key && !isSealedBy(envelope, key)) problems.push(problem(FILES.envelope, 'signature-wrong'));

  const copies = [
    [FILES.signedBytes, preAuthentication(envelope.payloadType, payloadOf(envelope))],
    [FILES.signature, Buffer.from(envelope.signatures[0]?.sig ?? '', 'base64')],
  ] as const;
  for (const [path, content] of copies)
    if (!(await read(path))?.equals(content)) problems.push(problem(path, 'copy-differs'));

  const subjects = new Map(statement.subject.map(({ name, digest }) => [name, digest]));
  for (const [path, digest] of subjects) {
    const found = actual.get(path);
    if (!found) problems.push(problem(path, 'missing'));
    else if (found.sha256 !== digest.sha256 || found.sm3 !== digest.sm3)
      problems.push(problem(path, 'signed-otherwise'));
  }
  for (const path of actual.keys())
    if (!path.startsWith('data/') && !subjects.has(path) && !UNSIGNED.includes(path))
      problems.push(problem(path, 'not-signed'));
  return statement.predicate;
}

async function checkTimestamp({ read, actual, options, problems }: Checked): Promise<Trust['timestamp']> {
  const response = await read(FILES.timestamp);
  const info = await read(FILES.info);
  const promised = info !== null && parseInfo(info.toString()).has('Timestamp-Authority');
  if (!response) {
    if (promised) problems.push(problem(FILES.timestamp, 'timestamp-missing'));
    return null;
  }
  const digest = fromHex(actual.get(FILES.manifest)?.sha256, 32);
  try {
    const { at, authority, trusted } = verifyTimestamp(response, {
      sha256: digest ?? new Uint8Array(32),
      anchors: options.anchors ?? [],
    });
    return { at, authority, trusted };
  } catch (thrown) {
    const detail = toCodedError(thrown).text;
    problems.push(problem(FILES.timestamp, 'timestamp-wrong', { detail }));
    return null;
  }
}

async function checkCustody(
  { read, actual, options, problems }: Checked,
  key: PublicKey | null,
): Promise<TreeHead | null> {
  const bytes = await read(FILES.custody);
  const broken = (detail: string) => {
    problems.push(problem(FILES.custody, 'custody-broken', { detail }));
    return null;
  };
  if (!bytes) return broken('missing');
  let proof: CustodyProof;
  try {
    proof = JSON.parse(bytes.toString());
  } catch {
    return broken('unreadable');
  }
  const fault = key ? checkProof(proof, key) : 'head-signature';
  if (fault) return broken(fault);
  const made = proof.events.find(({ event }) => event.kind === 'made');
  if (made?.event.digest !== actual.get(FILES.manifest)?.sha256) return broken('made from another manifest');
  if (options.receipt !== undefined) {
    const receipt = options.receipt as CustodyProof;
    const wrong = key ? checkProof(receipt, key) : 'head-signature';
    // It has to go on from the very head that the package encloses.
    const from = wrong ? null : receipt.consistency?.from;
    const goesOn = from?.size === proof.head.size && from.root === proof.head.root;
    if (wrong || !goesOn)
      problems.push(problem('receipt', 'receipt-wrong', { detail: wrong ?? 'another head' }));
  }
  return proof.head;
}
