import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CodedError, toCodedError } from '@jianzhen/evidence';
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

/** @throws CodedError `cli.file-missing`, `cli.file-unreadable` */
export async function readInput(file: string): Promise<Uint8Array> {
  return readFile(file).catch((cause) => {
    throw readError(file, cause);
  });
}

export type Outcome<T> = { readonly value: T } | { readonly error: CodedError };

/**
 * Maps inputs with at most `width` under way and yields in the order of the inputs; an input's error is its outcome and
 * stops nothing. Memory stays bounded: input n + width is not read before outcome n has been taken.
 */
export async function* inOrder<I, T>(
  inputs: readonly I[],
  width: number,
  work: (input: I, index: number) => Promise<T>,
): AsyncGenerator<{ input: I; outcome: Outcome<T> }> {
  const pending: Promise<Outcome<T>>[] = [];
  const start = (index: number) =>
    work(inputs[index]!, index).then(
      (value): Outcome<T> => ({ value }),
      (thrown): Outcome<T> => ({ error: toCodedError(thrown) }),
    );
  for (let i = 0; i < Math.min(width, inputs.length); i++) pending.push(start(i));
  for (let i = 0; i < inputs.length; i++) {
    const outcome = await pending.shift()!;
    if (i + width < inputs.length) pending.push(start(i + width));
    yield { input: inputs[i]!, outcome };
  }
}
