// RFC 8493, section 2.1.3: a digest, blanks, and a path a line.
import { decodePath, encodePath, hostility } from './names.ts';

export interface ManifestEntry {
  readonly path: string;
  readonly digest: string;
}

const byPath = (a: ManifestEntry, b: ManifestEntry) =>
  Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));

/** Lines in the order of the paths' bytes, so that one bag has one manifest. */
export const formatManifest = (entries: readonly ManifestEntry[]): string =>
  entries
    .toSorted(byPath)
    .map(({ path, digest }) => `${digest}  ${encodePath(path)}\n`)
    .join('');

/** Entries by path; null where a line is none, a path is hostile or stands twice, or the text is not as we write it. */
export function parseManifest(text: string): Map<string, string> | null {
  const entries = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const match = /^([0-9a-f]{64}) {2}(.+)$/s.exec(line);
    const path = match && decodePath(match[2]!);
    if (!match || path === null || hostility(path) || entries.has(path)) return null;
    entries.set(path, match[1]!);
  }
  const again = formatManifest([...entries].map(([path, digest]) => ({ path, digest })));
  return again === text ? entries : null;
}
