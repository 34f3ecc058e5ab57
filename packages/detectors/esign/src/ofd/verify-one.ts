import type { Signature } from '@jianzhen/evidence';
import type { OfdInspection, OfdPageInfo, OfdPart } from '@jianzhen/raster';
import { assess } from '../assess.ts';
import type { TrustStore } from '../certificates/trust.ts';
import { judge } from '../judge.ts';
import { type Remark, remark } from '../remark.ts';
import { findChanges } from './changes.ts';
import { coverRemarks, isEntry, unprotectedParts } from './cover.ts';
import { listRemarks } from './list-form.ts';
import { makerRemarks } from './maker.ts';
import type { OpenedSignature } from './open.ts';
import { placeStamps, type StampPlace, shareOf } from './place.ts';
import { type CheckedReference, checkReferences, type PartDigests } from './references.ts';
import { sealFileRemarks } from './seal-file.ts';
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
  const { description, listed } = opened;
  const references = description ? checkReferences(pack, state.digests, description, opened.path!) : [];
  const changed = findChanges(pack, opened, references, all, state.shown);
  const value = verifyValue(pack, opened);
  const covered = pathsOf(references);
  const unprotected = unprotectedParts(pack.names, covered, state.ofSignatures);
  const known = [
    ...state.remarks,
    ...opened.remarks,
    ...value.remarks,
    ...referenceRemarks(opened, references),
    ...listRemarks(opened, covered, all),
    ...changed.remarks,
    ...sealFileRemarks(pack, opened, value),
    ...coverRemarks(unprotected),
  ];
  const { signed, ses } = value;
  const hashes = [...signed.hashes, description?.checkMethod ?? null];
  const assessment = assess({ ...signed, hashes, remarks: [...signed.remarks, ...known] }, state.context);
  const remarks = [...assessment.remarks, ...makerRemarks(value, assessment, state.context)];
  const judgement = judge(hashesFirst(remarks));
  const forbidden = changed.changes.some(({ permitted }) => !permitted) || value.descriptionSame === false;
  const formed = remarks.every(({ subIndication }) => subIndication !== 'FORMAT_FAILURE');
  const checked = references.length > 0 && references.every(({ state: found }) => found !== 'unchecked');
  const places = placeStamps(description?.stamps ?? [], listed.document, state.pages);
  return {
    opened,
    places,
    covered,
    same: pathsOf(references.filter(({ state: found }) => found === 'same')),
    changedParts: value.descriptionSame === false ? [opened.path!, ...changed.parts] : changed.parts,
    signature: {
      name: listed.id || null,
      format: value.format,
      indication: judgement.indication,
      subIndication: judgement.subIndication,
      intact: value.holds && checked && formed && !forbidden,
      wholeDocument: references.length > 0 && unprotected.every(isEntry),
      changesAfterSigning: forbidden ? 'forbidden' : changed.changes.length > 0 ? 'permitted' : 'none',
      changes: [...changed.changes],
      algorithm: value.algorithm,
      signer: signed.signer?.commonName ?? null,
      certificate: signed.signer?.facts ?? null,
      sealName: ses?.verdict.seal.name ?? null,
      seal: ses?.verdict.seal ?? null,
      signedAt: value.signedAt ?? description?.signedAt ?? null,
      provenAt: assessment.provenAt?.toISOString() ?? null,
      unprotected: [...unprotected],
      page: places[0]?.page.number ?? null,
      place: places[0] ? shareOf(places[0]) : null,
      reasons: [...judgement.reasons],
    },
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
