import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ListedFile, PackageSource } from '../bag/index.ts';
import { errors } from '../errors.ts';
import { openZip, type RandomAccess, type ZipEntry } from '../zip/index.ts';

/** Pieces in which files are read. */
const PIECE = 1 << 20;

export const fileSource = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: PIECE });

interface OpenedPackage extends PackageSource {
  close(): Promise<void>;
}

/** Work with a package in a folder or a ZIP file. @throws CodedError `leads.package-unreadable`, `leads.zip-unreadable` */
export async function withPackage<T>(path: string, work: (source: PackageSource) => Promise<T>): Promise<T> {
  const source = await openPackage(path);
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

async function openPackage(path: string): Promise<OpenedPackage> {
  const unreadable = (cause: Error) =>
    errors('leads.package-unreadable', { name: path, detail: cause.message }, { cause });
  const found = await stat(path).catch((cause) => {
    throw unreadable(cause);
  });
  return found.isDirectory() ? folderSource(path) : zipSource(path);
}

function folderSource(root: string): OpenedPackage {
  return {
    name: root,
    async list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((entry) => !entry.isDirectory());
      return Promise.all(
        files.map(async (entry): Promise<ListedFile> => {
          const full = join(entry.parentPath, entry.name);
          const path = relative(root, full).split(sep).join('/');
          if (!entry.isFile()) return { path, bytes: 0, oddity: 'not a plain file' };
          return { path, bytes: (await stat(full)).size, oddity: null };
        }),
      );
    },
    open: (path) => fileSource(join(root, path)),
    async close() {},
  };
}

async function zipSource(path: string): Promise<OpenedPackage> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const access: RandomAccess = {
      size,
      async read(offset, length) {
        const bytes = Buffer.allocUnsafe(length);
        const { bytesRead } = await file.read(bytes, 0, length, offset);
        if (bytesRead < length) throw errors('leads.zip-unreadable', { detail: 'cut off' });
        return bytes;
      },
    };
    const zip = await openZip(access);
    const entries = zip.entries.filter(({ folder }) => !folder);
    const root = rootOf(entries);
    const innerOf = (entry: ZipEntry) =>
      entry.path.startsWith(root) ? entry.path.slice(root.length) : `../${entry.path}`;
    const byPath = new Map(entries.map((entry) => [innerOf(entry), entry]));
    const seen = new Set<string>();
    const oddityOf = (entry: ZipEntry, inner: string) => {
      if (!entry.path.startsWith(root)) return 'outside of the package';
      if (entry.encrypted) return 'encrypted';
      if (seen.has(inner)) return 'stands twice';
      seen.add(inner);
      return null;
    };
    const listed = entries.map((entry): ListedFile => {
      const inner = innerOf(entry);
      return { path: inner, bytes: entry.size, oddity: oddityOf(entry, inner) };
    });
    return {
      name: path,
      list: async () => listed,
      open: (inner) => zip.open(byPath.get(inner)!),
      close: () => file.close(),
    };
  } catch (thrown) {
    await file.close();
    throw thrown;
  }
}

/** The folder that `bagit.txt` lies in; empty where that is the top. */
function rootOf(entries: readonly ZipEntry[]): string {
  const declared = entries.find(({ path }) => /^([^/]+\/)?bagit\.txt$/.test(path));
  // Without a declaration the folder of the first entry: verification then says what is missing.
  if (!declared) return /^[^/]+\//.exec(entries[0]?.path ?? '')?.[0] ?? '';
  return declared.path.slice(0, -'bagit.txt'.length);
}
