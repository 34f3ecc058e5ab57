import type { Signature } from '@jianzhen/evidence';
import type { OfdInspection, OfdPageInfo, OfdPart } from '@jianzhen/raster';
import { assess } from '../assess.ts';
import type { TrustStore } from '../certificates/trust.ts';
import { judge } from '../judge.ts';
import { type Remark, remark } from '../remark.ts';
import { type Changes, findChanges } from './changes.ts';
import { coverRemarks, isEntry, unprotectedParts } from './cover.ts';
import { listRemarks } from './list-form.ts';
import { makerRemarks } from './maker.ts';
import type { OpenedSignature } from './open.ts';
import { placeStamps, type StampPlace, shareOf } from './place.ts';
import { type CheckedReference, checkReferences, type PartDigests } from './references.ts';
import { sealFileRemarks } from './seal-file.ts';
import type { ValueVerdict } from './value.ts';
import { verifyValue } from './value-any.ts';

/** What all signatures of a package share while they are verified. */
export interface PackageState {
  readonly ofd: OfdInspection;
  readonly digests: PartDigests;
  readonly shown: ReadonlyMap<string, OfdPart>;
  readonly pages: readonly OfdPageInfo[];
  readonly ofSignatures: ReadonlySet<string>;
  /** What costs every signature its validity. */
  readonly remarks: readonly Remark[];
  readonly context: { readonly trust: TrustStore; readonly at: Date };
}

export interface VerifiedSignature {
  readonly signature: Signature;
  readonly opened: OpenedSignature;
  readonly places: readonly StampPlace[];
  /** Parts that the signature refers to, and those of them that are what was signed. */
  readonly covered: ReadonlySet<string>;
  readonly same: ReadonlySet<string>;
  /** Names of those that differ without leave; Signature.xml where it is that. */
  readonly changedParts: readonly string[];
}

/** @param all signatures of the same list, in order. Errors: `ofd.bomb` */
export function verifyOne(
  state: PackageState,
  opened: OpenedSignature,
  all: readonly OpenedSignature[],
): VerifiedSignature {
  const { pack } = state.ofd;
  const { description, path, listed } = opened;
  const references = description ? checkReferences(pack, state.digests, description, path!) : [];
  const changed = findChanges(pack, opened, references, all, state.shown);
  const value = verifyValue(pack, opened);
  const covered = pathsOf(references);
  const unprotected = unprotectedParts(pack.names, covered, state.ofSignatures);
  const remarks = [
    ...state.remarks,
    ...opened.remarks,
    ...value.remarks,
    ...referenceRemarks(opened, references),
    ...listRemarks(opened, covered, all),
    ...changed.remarks,
    ...sealFileRemarks(pack, opened, value),
    ...coverRemarks(unprotected),
  ];
  const places = placeStamps(state.ofd, description?.stamps ?? [], listed.document, state.pages);
  const evidence = { opened, references, changed, value, unprotected, places };
  return {
    opened,
    places,
    covered,
    same: pathsOf(references.filter(({ state: found }) => found === 'same')),
    changedParts: value.descriptionSame === false ? [path!, ...changed.parts] : changed.parts,
    signature: { ...describe(evidence), ...conclude(evidence, remarks, state.context) },
  };
}

interface Evidence {
  readonly opened: OpenedSignature;
  readonly references: readonly CheckedReference[];
  readonly changed: Changes;
  readonly value: ValueVerdict;
  readonly unprotected: readonly string[];
  readonly places: readonly StampPlace[];
}

type Conclusion = Pick<
  Signature,
  'indication' | 'subIndication' | 'intact' | 'changesAfterSigning' | 'provenAt' | 'reasons'
>;

/** What is held of the signature, everything taken together. */
function conclude(
  { opened, references, changed, value }: Evidence,
  remarks: readonly Remark[],
  context: PackageState['context'],
): Conclusion {
  const { signed } = value;
  const hashes = [...signed.hashes, opened.description?.checkMethod ?? null];
  const assessment = assess({ ...signed, hashes, remarks: [...signed.remarks, ...remarks] }, context);
  const all = [...assessment.remarks, ...makerRemarks(value, assessment, context)];
  const { indication, subIndication, reasons } = judge(hashesFirst(all));
  const forbidden = changed.parts.length > 0 || value.descriptionSame === false;
  const formed = all.every((one) => one.subIndication !== 'FORMAT_FAILURE');
  const checked = references.length > 0 && references.every(({ state }) => state !== 'unchecked');
  return {
    indication,
    subIndication,
    intact: value.holds && checked && formed && !forbidden,
    changesAfterSigning: forbidden ? 'forbidden' : changed.changes.length > 0 ? 'permitted' : 'none',
    provenAt: assessment.provenAt?.toISOString() ?? null,
    reasons: [...reasons],
  };
}

/** What the signature says of itself, and covers. */
function describe({
  opened: { listed, description },
  references,
  changed,
  value,
  unprotected,
  places: [place],
}: Evidence): Omit<Signature, keyof Conclusion> {
  const { signer } = value.signed;
  const seal = value.ses?.verdict.seal ?? null;
  return {
    name: listed.id || null,
    format: value.format,
    wholeDocument: references.length > 0 && unprotected.every(isEntry),
    changes: [...changed.changes],
    algorithm: value.algorithm,
    signer: signer?.commonName ?? null,
    certificate: signer?.facts ?? null,
    sealName: seal?.name ?? null,
    seal,
    signedAt: value.signedAt ?? description?.signedAt ?? null,
    unprotected: [...unprotected],
    page: place?.page.number ?? null,
    place: place ? shareOf(place) : null,
  };
}

const pathsOf = (references: readonly CheckedReference[]): ReadonlySet<string> =>
  new Set(references.map(({ path }) => path).filter((path) => path !== null));

function* referenceRemarks(
  { description }: OpenedSignature,
  references: readonly CheckedReference[],
): Generator<Remark> {
  if (!description) return;
  const { checkMethod, checkMethodText } = description;
  if (references.length === 0) yield remark('nothing-referenced', 'FORMAT_FAILURE');
  else if (checkMethod === null)
    yield remark('digest-unsupported', 'CRYPTO_CONSTRAINTS_FAILURE', { oid: checkMethodText.slice(0, 100) });
  for (const reference of references) yield* reference.remarks;
}

/** A changed part is final, whoever signed; that the signer is not known must not hide it. */
function hashesFirst(remarks: readonly Remark[]): readonly Remark[] {
  if (remarks.every(({ subIndication }) => subIndication !== 'HASH_FAILURE')) return remarks;
  return remarks.map((one) =>
    one.subIndication === 'NO_SIGNING_CERTIFICATE_FOUND' ? { ...one, subIndication: null } : one,
  );
}
