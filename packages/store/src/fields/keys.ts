import { randomBytes, randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errors } from '../errors.ts';

const VARIABLE = 'JIANZHEN_FIELD_KEY';
const FILE = 'field.key';
const BYTES = 32;

type Keys = readonly [Uint8Array, ...Uint8Array[]];

export interface KeyOptions {
  readonly dataDir: string;
  /** Keys in base64, separated by commas or white space; the first writes, all of them read. */
  readonly fieldKey?: string | undefined;
  /** Whether the data lie beside the key's file, on this machine. */
  readonly embedded: boolean;
}

/**
 * The keys of encrypted fields: those given, or those of the file beside the embedded data, which is made where there is none. Null for a
 * server's database without keys: a file on one of its clients would be no place for them.
 * @throws `store.field-key-invalid`
 */
export async function fieldKeys({ dataDir, fieldKey, embedded }: KeyOptions): Promise<Keys | null> {
  if (fieldKey?.trim()) return parse(fieldKey, VARIABLE);
  if (!embedded) return null;
  const file = join(dataDir, FILE);
  const found = await readFile(file, 'utf8').catch(absent);
  return parse(found ?? (await make(file)), file);
}

/** The file appears whole and with its content on the disk, or not at all; nothing that is there is written over. */
async function make(file: string): Promise<string> {
  const scratch = `${file}-${randomUUID()}`;
  const key = `${randomBytes(BYTES).toString('base64')}\n`;
  const handle = await open(scratch, 'wx', 0o600);
  try {
    await handle.writeFile(key);
    await handle.sync();
    await link(scratch, file);
    return key;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return readFile(file, 'utf8');
    throw thrown;
  } finally {
    await handle.close();
    await rm(scratch, { force: true });
  }
}

function absent(thrown: NodeJS.ErrnoException): null {
  if (thrown.code === 'ENOENT') return null;
  throw thrown;
}

function parse(text: string, source: string): Keys {
  const keys = text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((word) => {
      const key = Buffer.from(word, 'base64');
      // Node reads base64 leniently: half a key must not pass for one.
      if (key.length !== BYTES || key.toString('base64') !== word)
        throw errors('store.field-key-invalid', { source });
      return key;
    });
  const [first, ...rest] = keys;
  if (!first) throw errors('store.field-key-invalid', { source });
  return [first, ...rest];
}
