// Copies of seals kept in a folder with what is true of them, since making them takes long.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type PageSeal,
  pageSeal,
  type ReadWords,
  readSeal,
  rectifySeal,
  type SealPatch,
} from '@jianzhen/detector-seal';
import { openSealReader } from '@jianzhen/engine';
import { decodeImage } from '@jianzhen/raster';
import { createRandom, type ImprintCrop, type ImprintSetOptions, makeImprintSet } from '@jianzhen/simulate';
import { asLocated } from '../as-located.ts';

export type KeptImprint = Pick<ImprintCrop, 'seal' | 'changes' | 'group'> & { readonly file: string };

/** The set out of its folder; made and put there where it is missing. */
export async function keptImprints(folder: string, options: ImprintSetOptions): Promise<KeptImprint[]> {
  const list = join(folder, 'list.ndjson');
  if (!existsSync(list)) {
    mkdirSync(folder, { recursive: true });
    const lines: string[] = [];
    for await (const { file, extension, ...told } of makeImprintSet(options)) {
      const name = `${lines.length}.${extension}`;
      writeFileSync(join(folder, name), file);
      lines.push(JSON.stringify({ ...told, file: name }));
    }
    writeFileSync(list, `${lines.join('\n')}\n`);
  }
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const kept = JSON.parse(line) as KeptImprint;
    return { ...kept, file: join(folder, kept.file) };
  });
}

const SIDE = 256;

/** The copy's ink as a locator would let it be seen, to 1/255; kept beside the copy, since unmixing it takes long. */
export async function patchOf(kept: KeptImprint): Promise<SealPatch> {
  const file = `${kept.file}.patch`;
  if (!existsSync(file)) {
    const { ink, seen } = rectifySeal(await located(kept), SIDE);
    writeFileSync(file, Buffer.concat([Uint8Array.from(ink, (value) => Math.round(255 * value)), seen]));
  }
  const bytes = readFileSync(file);
  return {
    size: SIDE,
    ink: Float32Array.from(bytes.subarray(0, SIDE * SIDE), (value) => value / 255),
    seen: Uint8Array.from(bytes.subarray(SIDE * SIDE)),
  };
}

/** As a locator would put it. */
async function located({ file, seal }: KeptImprint): Promise<PageSeal> {
  const { ellipse, shape, colour } = seal;
  const random = createRandom('missed', seal.imprint, file.split('/').at(-1)!);
  return pageSeal(await decodeImage(readFileSync(file)), {
    ellipse: asLocated(ellipse, random),
    shape,
    colour,
  });
}

/** What is read of copies; kept beside them, too. */
export async function wordsOf(all: readonly KeptImprint[]): Promise<ReadWords[]> {
  const reader = await openSealReader();
  const found: ReadWords[] = [];
  for (const kept of all) {
    const file = `${kept.file}.words`;
    if (!existsSync(file)) {
      const { title, titleConfidences, code, taxNumber, numberConfidence } = await readSeal(
        await located(kept),
        reader,
      );
      writeFileSync(file, JSON.stringify({ title, titleConfidences, code, taxNumber, numberConfidence }));
    }
    found.push(JSON.parse(readFileSync(file, 'utf8')));
  }
  return found;
}
