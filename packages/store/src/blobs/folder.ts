import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '@jianzhen/cases';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';

/** Unfinished uploads older than this belong to a process that died. */
const ABANDONED_MS = 24 * 3600 * 1000;
const FULL = new Set(['ENOSPC', 'EDQUOT']);

/**
 * Blobs as files `ab/cd/<sha256>`. A blob is written beside, synced, and moved to its name, so that a name always
 * stands for whole content.
 */
export async function openFolder(root: string): Promise<BlobStore> {
  const incoming = join(root, 'incoming');
  const pathOf = (sha256: string) => join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);

  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      const { code, message, syscall } = thrown as NodeJS.ErrnoException;
      if (thrown instanceof CodedError || !code || !syscall) throw thrown;
      if (FULL.has(code)) throw errors('store.blobs-full', { where: root }, { cause: thrown });
      throw errors('store.blobs-unavailable', { where: root, detail: message }, { cause: thrown });
    }
  };

  await guard(async () => {
    await mkdir(incoming, { recursive: true });
    await clean(incoming);
  });

  return {
    async put(source) {
      const temporary = join(incoming, randomUUID());
      try {
        const hash = createHash('sha256');
        let bytes = 0;
        const file = await guard(() => open(temporary, 'wx'));
        try {
          for await (const chunk of source instanceof Uint8Array ? [source] : source) {
            hash.update(chunk);
            bytes += chunk.length;
            await guard(() => file.writeFile(chunk));
          }
          await guard(() => file.sync());
        } finally {
          await file.close();
        }
        const sha256 = hash.digest('hex');
        await guard(async () => {
          const path = pathOf(sha256);
          await mkdir(dirname(path), { recursive: true });
          await rename(temporary, path);
          await syncFolder(dirname(path));
        });
        return { sha256, bytes };
      } catch (thrown) {
        await rm(temporary, { force: true }).catch(() => {});
        throw thrown;
      }
    },

    open: (sha256) =>
      guard(async () => {
        const path = pathOf(sha256);
        const found = await stat(path).catch(absent);
        return found && { bytes: found.size, stream: createReadStream(path) };
      }),

    read: (sha256) =>
      guard(async () => {
        const bytes = await readFile(pathOf(sha256)).catch(absent);
        if (!bytes) throw errors('store.blob-missing', { sha256 });
        const actual = createHash('sha256').update(bytes).digest('hex');
        if (actual !== sha256) throw errors('store.blob-corrupted', { sha256, actual });
        return bytes;
      }),

    ping: () =>
      guard(async () => {
        // Not access(2) alone: that lets root pass where the file system does not, and a full disk always.
        await access(root);
        const probe = join(incoming, randomUUID());
        const file = await open(probe, 'wx');
        await file.writeFile('probe').finally(() => file.close());
        await rm(probe);
      }),

    async close() {},
  };
}

function absent(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}

/** Makes a rename survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
}

async function clean(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const found = await stat(path).catch(absent);
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true });
  }
}
