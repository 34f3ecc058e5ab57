import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CodedError } from '@jianzhen/evidence';
import { errors } from './errors.ts';

function readError(file: string, cause: unknown): CodedError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return errors('cli.file-missing', { file }, { cause });
  return errors('cli.file-unreadable', { file, detail: message }, { cause });
}

/** The arguments with folders replaced by the files in them, in name order; hidden files are left out. */
export async function expandInputs(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (entry) => entry.isDirectory(),
        () => false, // a missing file gets its own error line later
      );
      if (!isFolder) return [path];
      const entries = await readdir(path, { withFileTypes: true, recursive: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort();
    }),
  );
  return lists.flat();
}

/**
 * Names of what lies in a folder, sorted.
 * @throws CodedError `cli.file-missing`, `cli.file-unreadable`
 */
export const listFolder = async (folder: string): Promise<string[]> =>
  (
    await readdir(folder).catch((cause) => {
      throw readError(folder, cause);
    })
  ).sort();

/** @throws CodedError `cli.file-missing`, `cli.file-unreadable` */
export async function readInput(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause) => {
    throw readError(file, cause);
  });
}

/**
 * A file piece by piece, for what is larger than memory.
 * @throws CodedError `cli.file-missing`, `cli.file-unreadable`
 */
export async function* readPieces(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file, { highWaterMark: 1 << 18 });
  } catch (cause) {
    throw readError(file, cause);
  }
}
