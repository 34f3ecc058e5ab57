import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errors } from '../errors.ts';

/** @throws CodedError `cli.cannot-write` */
export async function writeOutput(file: string, data: string | Uint8Array): Promise<void> {
  await writeFile(file, data).catch((cause) => {
    throw errors('cli.cannot-write', { file, detail: cause.message }, { cause });
  });
}

/** @throws CodedError `cli.cannot-write` */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw errors('cli.cannot-write', { file: folder, detail: cause.message }, { cause });
  });
}

/**
 * Writes texts one after the other, as fast as the disk takes them.
 * @throws CodedError `cli.cannot-write`
 */
export async function writeTexts(file: string, texts: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inBlocks(texts)), createWriteStream(file)).catch((cause) => {
    throw cause.syscall ? errors('cli.cannot-write', { file, detail: cause.message }, { cause }) : cause;
  });
}

const BLOCK = 1 << 16;

/** Short texts joined, for a write a row costs more than the row. */
export function* inBlocks(texts: Iterable<string>): Generator<string> {
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block) yield block;
}
