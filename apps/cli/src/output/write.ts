import { mkdir, writeFile } from 'node:fs/promises';
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
