import type { OfdPart } from '@jianzhen/raster';
import { type Remark, remark } from '../remark.ts';
import type { OpenedSignature } from './open.ts';

const ENTRY = 'OFD.xml';
/** Names told in one message. */
const MAX_NAMES = 10;

export const isEntry = (path: string): boolean => path.toLowerCase() === ENTRY.toLowerCase();

/** Parts that signatures themselves consist of: no signature can cover its own value, nor what later ones bring. */
export function signatureParts(
  names: readonly string[],
  opened: readonly OpenedSignature[],
  shown: ReadonlyMap<string, OfdPart>,
): ReadonlySet<string> {
  const lists = opened.map(({ listed }) => listed.list);
  const own = opened.flatMap(({ path, valuePath, sealPath }) => [path, valuePath, sealPath]);
  const folders = new Set(opened.map(({ path }) => path?.slice(0, path.lastIndexOf('/') + 1) ?? ''));
  folders.delete('');
  const beside = names.filter((name) => [...folders].some((folder) => name.startsWith(folder)));
  // A part that shows on a page is the document's, wherever it lies.
  const theirs = [...own, ...beside].filter((name) => name !== null && !shown.has(name));
  return new Set([...lists, ...theirs].filter((name) => name !== null));
}

/** Parts of the package that the signature does not refer to. */
export function unprotectedParts(
  names: readonly string[],
  covered: ReadonlySet<string>,
  ofSignatures: ReadonlySet<string>,
): readonly string[] {
  return names.filter((name) => !name.endsWith('/') && !covered.has(name) && !ofSignatures.has(name));
}

export function* coverRemarks(unprotected: readonly string[]): Generator<Remark> {
  const parts = unprotected.filter((part) => !isEntry(part));
  if (parts.length > 0) yield remark('parts-unprotected', null, { parts: enumerate(parts) });
  if (parts.length < unprotected.length) yield remark('entry-unprotected', null);
}

/** `a, b, c …` */
export function enumerate(names: readonly string[]): string {
  return names.slice(0, MAX_NAMES).join(', ') + (names.length > MAX_NAMES ? ' …' : '');
}
