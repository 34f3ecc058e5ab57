import { type BagWriter, createBag, type PackageSink } from '../bag/index.ts';
import { fromHex } from '../canonical.ts';
import { type CustodyEvent, type CustodyLog, proveCustody } from '../custody/index.ts';
import type { LeadInput } from '../input.ts';
import { type Signer, toPem } from '../keys/index.ts';
import { FILES } from '../layout.ts';
import { createDiscloser, type HashKey, type Profile } from '../profiles/index.ts';
import { PAYLOAD_TYPE, payloadOf, preAuthentication, seal, statementBytes } from '../statement/index.ts';
import type { PackageFacts } from '../summary/index.ts';
import { askTimestamp, type TimestampAuthority, type VerifiedTimestamp } from '../timestamp/index.ts';
import { verifyPage } from '../verify/page/page.ts';
import { caseNumbers, type LeadView, viewOf } from '../view/index.ts';
import { type ExportProblem, packExhibits } from './exhibits.ts';
import { jsonBytes } from './json.ts';
import { packPapers } from './papers.ts';
import { readme } from './readme.ts';

export interface ExportOptions {
  /** Name of the package; also of its folder. */
  readonly name: string;
  readonly sink: PackageSink;
  /** Work with the custody log open: twice, for a moment, so that exports do not wait for each other. */
  readonly custody: <T>(work: (log: CustodyLog) => Promise<T>) => Promise<T>;
  readonly signer: Signer;
  readonly profile: Profile;
  /** What keyed hashes are made with; null where the profile has none. */
  readonly hashKey: HashKey | null;
  /** Null leaves the package without a time-stamp. */
  readonly authority: TimestampAuthority | null;
  readonly clock: () => Date;
  readonly organisation: string;
  readonly who: string;
  readonly purpose: string;
}

export interface ExportedLead {
  readonly package: string;
  /** Where it lies. */
  readonly path: string;
  /** Hexadecimal SHA-256 of `manifest-sha256.txt`: what the package is known by. */
  readonly digest: string;
  readonly files: number;
  readonly bytes: number;
  readonly keyId: string;
  readonly timestamp: VerifiedTimestamp | null;
  /** Exhibits that could not be read or were not what was recorded. */
  readonly problems: readonly ExportProblem[];
}

/** Name of a package made now: `lead-g-0001-20260301T083000Z`. */
export const packageName = (gang: string, at: Date): string =>
  `lead-${gang.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 60)}-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * Writes the package, enters its making and its export into the custody log, and puts it under its name.
 * @throws CodedError `leads.input-mismatch`, `leads.profile-needs-key`, `leads.tsa-…`; nothing is left of the package then
 */
export async function exportLead(input: LeadInput, options: ExportOptions): Promise<ExportedLead> {
  const { sink, custody, signer, profile, clock } = options;
  try {
    const bag = createBag(sink);
    const madeAt = clock().toISOString();
    const discloser = createDiscloser(profile, options.hashKey);
    const view = viewOf(input, discloser);
    const facts: PackageFacts = {
      package: options.name,
      madeAt,
      organisation: options.organisation,
      who: options.who,
      purpose: options.purpose,
      profile: profile.profile,
      profileTitle: profile.title,
      generator: input.generator,
    };
    const { items, problems } = await packExhibits(input.exhibits, caseNumbers(input), bag, discloser);
    await packPapers(bag, view, facts, items, { problems, profile, hashKeyId: options.hashKey?.id ?? null });

    await bag.manifests(bagInfo(view, facts, options.authority));
    const digest = bag.tagFiles.get(FILES.manifest)!.sha256;
    for (const [path, text] of readme(facts, signer, options.authority !== null)) await bag.tag(path, [text]);
    await bag.tag(FILES.page, [verifyPage()]);

    const act = (kind: CustodyEvent['kind']): CustodyEvent => ({
      kind,
      at: clock().toISOString(),
      who: options.who,
      gang: input.gang.gang,
      package: options.name,
      digest,
      purpose: options.purpose,
      authority: null,
      recipient: null,
      profile: profile.profile,
      outcome: null,
    });
    const proof = await custody(async (log) => {
      const before = log.lines.findLast(({ event }) => event.gang === input.gang.gang)?.head ?? null;
      await log.append(act('made'));
      return proveCustody(log, options.name, before);
    });
    await bag.tag(FILES.custody, jsonBytes(proof));
    await sign(bag, signer, view, facts);
    const timestamp = options.authority && (await stamp(bag, options.authority, digest));
    await bag.tagManifests();
    const path = await sink.finish();
    await custody((log) => log.append(act('exported')));
    const written = [...bag.payloadFiles.values(), ...bag.tagFiles.values()];
    return {
      package: options.name,
      path,
      digest,
      files: written.length + 2,
      bytes: written.reduce((sum, { bytes }) => sum + bytes, 0),
      keyId: signer.keyId,
      timestamp,
      problems,
    };
  } catch (thrown) {
    await sink.abort();
    throw thrown;
  }
}

const bagInfo = (view: LeadView, facts: PackageFacts, authority: TimestampAuthority | null) =>
  [
    ['Source-Organization', facts.organisation],
    ['Contact-Name', facts.who],
    ['External-Identifier', facts.package],
    ['External-Description', `Jianzhen lead on gang ${view.gang.gang}`],
    ['Internal-Sender-Description', facts.purpose],
    ['Bagging-Date', facts.madeAt.slice(0, 10)],
    ['Bag-Software-Agent', `Jianzhen ${facts.generator.version}`],
    ['Disclosure-Profile', facts.profile],
    // Signed with this file: a time-stamp that was there cannot be taken out unseen.
    ...(authority ? [['Timestamp-Authority', authority.url] as const] : []),
  ] as const satisfies readonly (readonly [string, string])[];

async function sign(bag: BagWriter, signer: Signer, view: LeadView, facts: PackageFacts): Promise<void> {
  const statement = statementBytes(bag.tagFiles, {
    package: facts.package,
    gang: view.gang.gang,
    role: view.gang.role,
    score: view.gang.score,
    cases: view.cases.length,
    lenders: view.lenders.length,
    profile: facts.profile,
    madeAt: facts.madeAt,
    organisation: facts.organisation,
    version: facts.generator.version,
  });
  const envelope = await seal(signer, PAYLOAD_TYPE, statement);
  await bag.tag(FILES.envelope, jsonBytes(envelope));
  // The same once more, as any tool takes it.
  await bag.tag(FILES.signedBytes, [preAuthentication(PAYLOAD_TYPE, payloadOf(envelope))]);
  await bag.tag(FILES.signature, [Buffer.from(envelope.signatures[0]!.sig, 'base64')]);
  await bag.tag(FILES.publicKey, [Buffer.from(signer.publicKeyPem)]);
  if (signer.certificatesPem) await bag.tag(FILES.certificates, [Buffer.from(signer.certificatesPem)]);
}

async function stamp(
  bag: BagWriter,
  authority: TimestampAuthority,
  digest: string,
): Promise<VerifiedTimestamp> {
  const { request, response, verified } = await askTimestamp(authority, fromHex(digest, 32)!);
  await bag.tag(FILES.timestampRequest, [request]);
  await bag.tag(FILES.timestamp, [response]);
  const certificates = verified.certificates.map((der) => toPem('CERTIFICATE', der)).join('');
  await bag.tag(FILES.timestampCertificates, [Buffer.from(certificates)]);
  return verified;
}
