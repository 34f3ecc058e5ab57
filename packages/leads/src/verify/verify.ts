import { toCodedError } from '@jianzhen/evidence';
import {
  ALGORITHMS,
  DECLARATION,
  type Digests,
  digestsOf,
  hostility,
  type PackageSource,
  parseInfo,
  parseManifest,
} from '../bag/index.ts';
import { errors } from '../errors.ts';
import { FILES } from '../layout.ts';
import { compareFiles, type Expected } from './compare.ts';
import { type Problem, problem } from './problems.ts';
import { checkTrust, type Trust } from './trust.ts';
import type { ReadTag, VerifyOptions } from './types.ts';

export interface VerifiedPackage extends Trust {
  /** As the user named it. */
  readonly bag: string;
  readonly valid: boolean;
  readonly problems: readonly Problem[];
  readonly files: number;
  readonly bytes: number;
  /** Hexadecimal SHA-256 of `manifest-sha256.txt`. */
  readonly digest: string | null;
}

/** Manifests and statements of any package are smaller. */
const LARGEST_TAG_FILE = 128 << 20;

/**
 * Checks a package with nothing but itself: every file against two digests, the lists against the signed statement, the statement
 * against its key, time-stamp and custody proof. Every problem is told by its file.
 * @throws CodedError `leads.package-unreadable` where there is no bag at all
 */
export async function verifyPackage(
  source: PackageSource,
  options: VerifyOptions = {},
): Promise<VerifiedPackage> {
  const problems: Problem[] = [];
  const listed = await source.list();
  const actual = new Map<string, Digests>();
  for (const { path, oddity } of listed.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const hostile = hostility(path);
    if (oddity) problems.push(problem(path, 'not-plain', { detail: oddity }));
    else if (hostile) problems.push(problem(path, 'hostile-name', { detail: hostile }));
    else
      try {
        actual.set(path, await digestsOf(source.open(path)));
      } catch (thrown) {
        problems.push(problem(path, 'unreadable', { detail: toCodedError(thrown).text }));
        actual.set(path, { sha256: '', sm3: '', bytes: 0 });
      }
  }
  if (!actual.has(FILES.declaration) && !actual.has(FILES.manifest))
    throw errors('leads.package-unreadable', { name: source.name, detail: 'bagit.txt' });

  const read = (path: string) => readWhole(source, path, actual);
  if ((await read(FILES.declaration))?.toString() !== DECLARATION)
    problems.push(problem(FILES.declaration, 'declaration-wrong'));

  const payload = await readManifests('manifest', (path) => path.startsWith('data/'), read, problems);
  const tags = await readManifests('tagmanifest', (path) => !path.startsWith('data/'), read, problems);
  const isTagManifest = (path: string) => ALGORITHMS.some((name) => path === `tagmanifest-${name}.txt`);
  const readable = [...actual].filter(([path, { sha256 }]) => sha256 !== '' && !isTagManifest(path));
  const found = new Map(readable);
  const expected = new Map([...payload, ...tags].filter(([path]) => actual.get(path)?.sha256 !== ''));
  problems.push(...compareFiles(expected, found));
  problems.push(...(await checkOxum(read, found)));

  const trust = await checkTrust({ read, actual: found, options, problems });
  const bytes = listed.reduce((sum, file) => sum + file.bytes, 0);
  const digest = found.get(FILES.manifest)?.sha256 ?? null;
  return {
    bag: source.name,
    valid: problems.length === 0,
    problems,
    files: listed.length,
    bytes,
    digest,
    ...trust,
  };
}

/** Null where there is no such file, or it could not be read before. */
async function readWhole(
  source: PackageSource,
  path: string,
  actual: ReadonlyMap<string, Digests>,
): Promise<Buffer | null> {
  const known = actual.get(path);
  if (!known?.sha256 || known.bytes > LARGEST_TAG_FILE) return null;
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open(path)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((path) => b.has(path));

/** What both manifests of a kind state; that they are there, sound and list the same files is checked. */
async function readManifests(
  kind: 'manifest' | 'tagmanifest',
  belongs: (path: string) => boolean,
  read: ReadTag,
  problems: Problem[],
): Promise<Expected> {
  const expected = new Map<string, Record<string, string>>();
  const lists: { readonly name: string; readonly paths: ReadonlySet<string> }[] = [];
  for (const algorithm of ALGORITHMS) {
    const name = `${kind}-${algorithm}.txt`;
    const bytes = await read(name);
    if (!bytes) {
      // A missing manifest of the payload is told by the tag manifests; nothing lists those.
      if (kind === 'tagmanifest') problems.push(problem(name, 'missing'));
      continue;
    }
    const text = bytes.toString('utf8');
    const entries = Buffer.from(text).equals(bytes) ? parseManifest(text) : null;
    const foreign = (path: string) => !belongs(path) || path.startsWith('tagmanifest-');
    if (!entries || [...entries.keys()].some(foreign)) {
      problems.push(problem(name, 'manifest-broken'));
      continue;
    }
    lists.push({ name, paths: new Set(entries.keys()) });
    for (const [path, digest] of entries) expected.set(path, { ...expected.get(path), [algorithm]: digest });
  }
  const [first, second] = lists;
  if (first && second && !sameSet(first.paths, second.paths))
    problems.push(
      problem(first.name, 'manifests-differ', { other: second.name }),
      problem(second.name, 'manifests-differ', { other: first.name }),
    );
  return expected;
}

async function checkOxum(read: ReadTag, found: ReadonlyMap<string, Digests>): Promise<Problem[]> {
  const info = await read(FILES.info);
  if (!info) return [];
  const payload = [...found].filter(([path]) => path.startsWith('data/'));
  const octets = payload.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const stated = parseInfo(info.toString()).get('Payload-Oxum');
  return stated === `${octets}.${payload.length}` ? [] : [problem(FILES.info, 'oxum-wrong')];
}
