import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errors } from '../errors.ts';
import { newKeyPem } from '../keys/index.ts';
import type { HashKey } from '../profiles/index.ts';

/** A key that a folder of leads has of its own. */
export interface OwnKey<T> {
  readonly file: string;
  readonly key: T;
  /** It was not there before: people are told, so that they back it up. */
  readonly made: boolean;
}

/** The folder's key to sign with, Ed25519 as PEM, mode 600; made the first time. */
export async function ownSigningKey(folder: string): Promise<OwnKey<string>> {
  const file = join(folder, 'signing-key.pem');
  const made = await makeOnce(file, newKeyPem);
  return { file, key: await readFile(file, 'utf8'), made };
}

/**
 * The folder's secret of keyed hashes; made the first time. A new one, under a new id, starts a new period: hashes of both do not compare.
 * @throws CodedError `leads.hash-key-broken`
 */
export async function ownHashKey(folder: string): Promise<OwnKey<HashKey>> {
  const file = join(folder, 'hash-key.json');
  const fresh = () =>
    `${JSON.stringify({ id: new Date().toISOString().slice(0, 7), secret: randomBytes(32).toString('base64') })}\n`;
  const made = await makeOnce(file, fresh);
  try {
    const { id, secret } = JSON.parse(await readFile(file, 'utf8')) as { id: unknown; secret: unknown };
    const bytes = Buffer.from(String(secret), 'base64');
    if (typeof id === 'string' && /^[\w.-]{1,32}$/.test(id) && bytes.length >= 32)
      return { file, key: { id, secret: bytes }, made };
  } catch {}
  throw errors('leads.hash-key-broken', { file });
}

/** True where the file was not there and now is. */
async function makeOnce(file: string, content: () => string): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(content()).finally(() => handle.close());
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}
