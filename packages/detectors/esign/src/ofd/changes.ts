import type { SignatureChange } from '@jianzhen/evidence';
import type { OfdPackage, OfdPart } from '@jianzhen/raster';
import type { MessageCode } from '../messages.ts';
import { type Remark, remark } from '../remark.ts';
import type { OpenedSignature } from './open.ts';
import { rebuildList } from './rebuild.ts';
import type { CheckedReference } from './references.ts';

export interface Changes {
  readonly changes: readonly SignatureChange[];
  readonly remarks: readonly Remark[];
  /** Names of the covered parts that differ without leave. */
  readonly parts: readonly string[];
}

/** What each part's change is called. */
const KINDS: Readonly<Record<OfdPart['role'], string>> = {
  package: 'package-entry',
  document: 'document-structure',
  page: 'page-content',
  template: 'page-template',
  resources: 'resources',
  font: 'font',
  picture: 'picture',
  annotation: 'annotation',
};

/**
 * What happened to the document since the signature was made. Permitted is that later signatures were added, where the
 * list of signatures, if it is covered, is otherwise the signed one; any other difference in a covered part is not.
 * @param all signatures of the same list, in order
 */
export function findChanges(
  pack: OfdPackage,
  opened: OpenedSignature,
  references: readonly CheckedReference[],
  all: readonly OpenedSignature[],
  shown: ReadonlyMap<string, OfdPart>,
): Changes {
  const changes: SignatureChange[] = [];
  const remarks: Remark[] = [];
  const parts: string[] = [];
  const add = (kind: string, page: number | null, found: Remark) => {
    changes.push({ kind, permitted: found.subIndication === null, page, message: found.reason.message });
    remarks.push(found);
  };
  const list = references.find((reference) => isList(reference, opened));
  const rebuilt = list !== undefined && wasPrefix(pack, opened, list, all);
  for (const reference of references) {
    const { path, location, state } = reference;
    if (state === 'same' || state === 'unchecked') continue;
    if (reference === list && rebuilt) continue;
    const part = path === null ? undefined : shown.get(path);
    const found = remark(codeOf(reference, opened), 'HASH_FAILURE', { part: path ?? location });
    parts.push(path ?? location);
    add(kindOf(reference, opened, part), part?.page ?? null, found);
  }
  const code = rebuilt ? 'later-signature' : 'later-signature-unlisted';
  for (const { listed } of all.slice(opened.listed.index + 1))
    add('signature', null, remark(code, null, { id: listed.id }));
  return { changes, remarks, parts };
}

const isList = ({ state, path }: CheckedReference, { listed }: OpenedSignature) =>
  state === 'changed' && path === listed.list;

/** Whether the signed list is the present one without what came after this signature. */
function wasPrefix(
  pack: OfdPackage,
  { listed, description }: OpenedSignature,
  { value }: CheckedReference,
  all: readonly OpenedSignature[],
): boolean {
  const method = description?.checkMethod;
  const bytes = pack.read(listed.list);
  if (!method || !bytes) return false;
  const earlier = all.slice(0, listed.index + 1);
  const ids = earlier.flatMap((one) => [
    one.listed.id,
    ...(one.description?.stamps.map(({ id }) => id) ?? []),
  ]);
  return rebuildList(bytes, value, method, listed.index, [...new Set(ids)].slice(-20)) !== null;
}

function codeOf({ state, path }: CheckedReference, { listed }: OpenedSignature): MessageCode {
  if (state === 'removed') return 'part-removed';
  return path === listed.list ? 'list-changed' : 'part-changed';
}

function kindOf(
  { state, path }: CheckedReference,
  { listed }: OpenedSignature,
  part: OfdPart | undefined,
): string {
  if (state === 'removed') return 'part-removed';
  if (path === listed.list) return 'signature-list';
  return part ? KINDS[part.role] : 'other-part';
}
