import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ByteSource, PackageSink } from '../bag/index.ts';
import { errors } from '../errors.ts';
import { createZipWriter } from '../zip/index.ts';
import { isAlive } from './process.ts';
import { absent, syncFolder } from './sync.ts';

const PARTIAL = /^\.lead-.+\.(\d+)\.partial$/;
const partialName = (name: string) => `.${name}.${process.pid}.partial`;

/** Takes away what exports left in `folder` whose processes died; their names. */
export async function cleanInterrupted(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(absent)) ?? [];
  const dead = names.filter((name) => {
    const match = PARTIAL.exec(name);
    return match && !isAlive(Number(match[1]));
  });
  for (const name of dead) await rm(join(folder, name), { recursive: true, force: true });
  return dead;
}

async function mustNotExist(path: string): Promise<void> {
  if (await stat(path).catch(absent)) throw errors('leads.output-exists', { name: path });
}

async function writeAll(path: string, source: ByteSource): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const chunk of source) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A package as the folder `name` in `folder`: written beside, moved to its name when it is whole. @throws CodedError `leads.output-exists` */
export async function folderSink(folder: string, name: string): Promise<PackageSink> {
  const [target, partial] = [join(folder, name), join(folder, partialName(name))];
  await mustNotExist(target);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const made = new Set([partial]);
  return {
    async write(path, source) {
      const parent = dirname(join(partial, path));
      if (!made.has(parent)) await mkdir(parent, { recursive: true });
      made.add(parent);
      await writeAll(join(partial, path), source);
    },
    async finish() {
      for (const parent of made) await syncFolder(parent);
      await mustNotExist(target);
      await rename(partial, target);
      await syncFolder(folder);
      return target;
    },
    abort: () => rm(partial, { recursive: true, force: true }),
  };
}

/** A package as the file `name.zip` in `folder`, in one pass. @throws CodedError `leads.output-exists` */
export async function zipSink(folder: string, name: string): Promise<PackageSink> {
  const [target, partial] = [join(folder, `${name}.zip`), join(folder, partialName(`${name}.zip`))];
  await mkdir(folder, { recursive: true });
  await mustNotExist(target);
  await rm(partial, { force: true });
  const file = await open(partial, 'wx');
  const zip = createZipWriter((bytes) => file.writeFile(bytes));
  return {
    // RFC 8493, section 4: what is unpacked must be one folder.
    write: (path, source) => zip.add(`${name}/${path}`, source),
    async finish() {
      await zip.finish();
      await file.sync();
      await file.close();
      await mustNotExist(target);
      await rename(partial, target);
      await syncFolder(folder);
      return target;
    },
    async abort() {
      await file.close().catch(() => {});
      await rm(partial, { force: true });
    },
  };
}
