import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource, PackageSink } from '../bag/index.ts';
import { errors } from '../errors.ts';
import { createZipWriter } from '../zip/index.ts';
import { isAlive } from './process.ts';
import { absent, syncPath } from './sync.ts';

const PARTIAL = /^\.(.+)\.(\d+)\.partial$/;
const partialName = (name: string) => `.${name}.${process.pid}.partial`;

/** Takes away what exports of a package's name left in `folder` whose processes died; names of what was taken away. */
export async function cleanInterrupted(folder: string, name: string): Promise<string[]> {
  const found = (await readdir(folder).catch(absent)) ?? [];
  const dead = found.filter((file) => {
    const match = PARTIAL.exec(file);
    return match?.[1] === name && !isAlive(Number(match[2]));
  });
  for (const file of dead) await rm(join(folder, file), { recursive: true, force: true });
  return dead;
}

async function mustNotExist(path: string): Promise<void> {
  if (await stat(path).catch(absent)) throw errors('leads.output-exists', { name: path });
}

async function writeAll(path: string, source: ByteSource): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const chunk of source) await file.writeFile(chunk);
  } finally {
    await file.close();
  }
}

/** Files that are synced at once. */
const SYNCED_AT_ONCE = 8;

/** Makes files durable at the end, all of them: by then most are, so that this is many times faster than one by one as they are written. */
async function syncAll(paths: readonly string[]): Promise<void> {
  for (let i = 0; i < paths.length; i += SYNCED_AT_ONCE)
    await Promise.all(paths.slice(i, i + SYNCED_AT_ONCE).map(syncPath));
}

/** A package as the folder `name` in `folder`: written beside, moved to its name when it is whole. @throws CodedError `leads.output-exists` */
export async function folderSink(folder: string, name: string): Promise<PackageSink> {
  const [target, partial] = [join(folder, name), join(folder, partialName(name))];
  await mustNotExist(target);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const made = new Set([partial]);
  const written: string[] = [];
  return {
    async write(path, source) {
      const full = join(partial, path);
      const parent = dirname(full);
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      written.push(full);
      await writeAll(full, source);
    },
    async finish() {
      await syncAll([...written, ...made]);
      await mustNotExist(target);
      await rename(partial, target);
      await syncPath(folder);
      return target;
    },
    abort: () => rm(partial, { recursive: true, force: true }),
  };
}

/** A package as the ZIP `file` in `folder`, in one pass; unpacked it is the folder `name`. @throws CodedError `leads.output-exists` */
export async function zipSink(folder: string, file: string, name: string): Promise<PackageSink> {
  const [target, partial] = [join(folder, file), join(folder, partialName(file))];
  await mkdir(folder, { recursive: true });
  await mustNotExist(target);
  await rm(partial, { force: true });
  const handle = await open(partial, 'wx');
  const zip = createZipWriter((bytes) => handle.writeFile(bytes));
  return {
    // RFC 8493, section 4: what is unpacked must be one folder.
    write: (path, source) => zip.add(`${name}/${path}`, source),
    async finish() {
      await zip.finish();
      await handle.sync();
      await handle.close();
      await mustNotExist(target);
      await rename(partial, target);
      await syncPath(folder);
      return target;
    },
    async abort() {
      await handle.close().catch(() => {});
      await rm(partial, { force: true });
    },
  };
}
