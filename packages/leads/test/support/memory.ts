import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageSource } from '../../src/index.ts';

export type Files = ReadonlyMap<string, Buffer>;

/** A package in a folder as its files. */
export async function load(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const),
    ),
  );
}

export const memorySource = (files: Files): PackageSource => ({
  name: 'memory',
  list: async () => [...files].map(([path, { length }]) => ({ path, bytes: length, oddity: null })),
  open: (path) => [files.get(path)!],
});
