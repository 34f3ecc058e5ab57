import type { DigestAlgorithm, Digests } from '../bag/index.ts';
import { ALGORITHMS } from '../bag/index.ts';
import { type Problem, problem } from './problems.ts';

/** Digests that manifests state, by path. */
export type Expected = ReadonlyMap<string, Readonly<Partial<Record<DigestAlgorithm, string>>>>;

/** What is there against what is listed, by file: changed, missing, added, renamed, swapped. */
export function compareFiles(expected: Expected, actual: ReadonlyMap<string, Digests>): Problem[] {
  const missing = [...expected.keys()].filter((path) => !actual.has(path));
  const added = new Set([...actual.keys()].filter((path) => !expected.has(path)));
  const changed = [...expected].flatMap(([path, listed]) => {
    const found = actual.get(path);
    const differing = found
      ? ALGORITHMS.filter((name) => listed[name] !== undefined && listed[name] !== found[name])
      : [];
    return differing.length > 0 ? [{ path, differing }] : [];
  });
  return [
    ...missing.map((path) => renamedOrMissing(path, expected, actual, added)),
    ...changed.map(({ path, differing }) => swappedOrChanged(path, differing, changed, expected, actual)),
    ...[...added].map((path) => problem(path, 'added')),
  ];
}

function renamedOrMissing(
  path: string,
  expected: Expected,
  actual: ReadonlyMap<string, Digests>,
  added: Set<string>,
): Problem {
  const digest = expected.get(path)!.sha256;
  const other = [...added].find((candidate) => actual.get(candidate)!.sha256 === digest);
  if (other === undefined) return problem(path, 'missing');
  added.delete(other);
  return problem(path, 'renamed', { other });
}

function swappedOrChanged(
  path: string,
  differing: readonly DigestAlgorithm[],
  changed: readonly { readonly path: string }[],
  expected: Expected,
  actual: ReadonlyMap<string, Digests>,
): Problem {
  const listed = expected.get(path)!;
  const [first, ...others] = differing;
  // No file has one of its digests and not the other: then somebody wrote on the list.
  if (others.length === 0 && ALGORITHMS.every((name) => listed[name] !== undefined)) {
    const kind = path.startsWith('data/') ? 'manifest' : 'tagmanifest';
    return problem(`${kind}-${first}.txt`, 'entry-wrong', { other: path });
  }
  const own = actual.get(path)!.sha256;
  const other = changed.find(
    (candidate) =>
      candidate.path !== path &&
      expected.get(candidate.path)!.sha256 === own &&
      actual.get(candidate.path)!.sha256 === listed.sha256,
  );
  return other
    ? problem(path, 'swapped', { other: other.path })
    : problem(path, 'changed', { detail: differing.map((name) => name.toUpperCase()).join('、') });
}
