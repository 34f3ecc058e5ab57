import { join } from 'node:path';
import { sealPicturePng, sealPictures } from '@jianzhen/detector-esign';
import { toCodedError } from '@jianzhen/evidence';
import { runBatch } from '../batch.ts';
import { expandInputs } from '../inputs.ts';
import { uniqueNames } from '../names.ts';
import { errorForPeople, writeLine } from '../output/lines.ts';
import { signatureTree } from '../output/signatures.ts';
import { makeFolder, writeOutput } from '../output/write.ts';
import type { Status } from '../status.ts';

export interface EsignOptions {
  readonly json?: boolean;
  readonly trust?: string;
  /** Folder for the pictures of electronic seals. */
  readonly pictures?: string;
}

const DOTS_PER_MM = 12;

/** The picture of each signature's seal as a file, out of what was signed; null where there is none or it cannot be drawn safely. */
async function writePictures(bytes: Uint8Array, folder: string, name: string, file: string) {
  const pictures = await sealPictures(bytes);
  return Promise.all(
    pictures.map(async (picture, i) => {
      if (!picture) return null;
      const path = join(folder, `${name}.s${i + 1}.png`);
      try {
        await writeOutput(path, await sealPicturePng(picture, DOTS_PER_MM));
        return path;
      } catch (thrown) {
        console.error(errorForPeople(file, toCodedError(thrown)));
        return null;
      }
    }),
  );
}

/** Every file's signatures: a line of JSON, or a tree for people. */
export async function esign(paths: readonly string[], options: EsignOptions): Promise<Status> {
  const files = await expandInputs(paths);
  const { json = false, trust, pictures: folder } = options;
  if (folder) await makeFolder(folder);
  const names = uniqueNames(files);
  return runBatch(files, {
    json,
    engine: trust ? { trust } : {},
    async examine(engine, file, bytes, index) {
      const { facts, signatures } = await engine.examine({ name: file, bytes, only: 'signatures' });
      const drawn = folder !== undefined && facts.mediaType === 'application/ofd';
      const pictures = drawn ? await writePictures(bytes, folder, names[index]!, file) : [];
      return signatures.map((signature, i) => ({ ...signature, picture: pictures[i] ?? null }));
    },
    print(file, signatures) {
      if (json) writeLine({ file, signatures });
      else console.log(signatureTree(file, signatures));
    },
  });
}
