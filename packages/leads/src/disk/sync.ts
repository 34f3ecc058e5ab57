import { open } from 'node:fs/promises';

/** Makes a file's bytes, or a folder's new names and renames, survive a power cut. */
export async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

/** For `.catch`: null where there is no such file. */
export function absent(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}
