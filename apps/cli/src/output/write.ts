import { writeFile } from 'node:fs/promises';
import { errors } from '../errors.ts';

/** @throws CodedError `cli.cannot-write` */
export async function writeOutput(file: string, data: string | Uint8Array): Promise<void> {
  await writeFile(file, data).catch((cause) => {
    throw errors('cli.cannot-write', { file, detail: cause.message }, { cause });
  });
}
