import { type Remark, remark } from '../remark.ts';
import type { OpenedSignature } from './open.ts';

/**
 * Whether the list has a signature where it was: nobody else's entry leads to it, and the earlier signatures that it
 * covers are still before it.
 * @param covered parts that it refers to
 * @param all signatures of the same list, in order
 */
export function* listRemarks(
  { listed, path }: OpenedSignature,
  covered: ReadonlySet<string>,
  all: readonly OpenedSignature[],
): Generator<Remark> {
  const twin = all.find(
    (other) => other.listed.index !== listed.index && path !== null && other.path === path,
  );
  if (twin) {
    const values = { first: listed.id, second: twin.listed.id };
    yield remark('listed-twice', 'FORMAT_FAILURE', values);
  }
  const before = new Set(all.slice(0, listed.index).map((other) => other.path));
  for (const part of covered) {
    const isDescription = /(^|\/)signature\.xml$/i.test(part) && part !== path;
    if (isDescription && !before.has(part)) yield remark('earlier-unlisted', 'FORMAT_FAILURE', { part });
  }
}
