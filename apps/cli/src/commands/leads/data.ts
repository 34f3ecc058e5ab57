import { randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import {
  type CustodyLog,
  custodyFolder,
  type HashKey,
  newKeyPem,
  type Signer,
  signerFromPem,
  withCustodyLog,
} from '@jianzhen/leads';
import { errors } from '../../errors.ts';
import { readInput } from '../../inputs.ts';

/** What every act on leads may be given. */
export interface ActOptions {
  readonly json?: boolean;
  /** Folder of Jianzhen's data; leads lie in `leads` below it. */
  readonly data: string;
  /** Who acts; the user of the machine unless told. */
  readonly by?: string;
  /** PEM of the key to sign with. */
  readonly key?: string;
  /** PEM of its certificates. */
  readonly certificate?: string;
}

export const leadsFolder = ({ data }: Pick<ActOptions, 'data'>) => join(data, 'leads');
export const actor = ({ by }: ActOptions) => by ?? userInfo().username;

const textOf = async (file: string) => Buffer.from(await readInput(file)).toString('utf8');

/** The key given, or this folder's own, which is made the first time. */
export async function openSigner(options: ActOptions): Promise<Signer> {
  const certificates = options.certificate ? await textOf(options.certificate) : null;
  if (options.key) return signerFromPem(await textOf(options.key), certificates);
  const file = join(leadsFolder(options), 'signing-key.pem');
  const made = await makeOnce(file, newKeyPem);
  if (made)
    console.error(
      `已生成签名密钥 ${file}（Ed25519，权限 600）。请妥善备份，并把公钥另行告知接收方。\nA signing key was made: ${file} (Ed25519, mode 600). Back it up, and give recipients its public key by another way.`,
    );
  return signerFromPem(await textOf(file), certificates);
}

/** The secret of keyed hashes. A new one, under a new id, starts a new period: hashes of both do not compare. */
export async function openHashKey(options: ActOptions): Promise<HashKey> {
  const file = join(leadsFolder(options), 'hash-key.json');
  const fresh = () =>
    `${JSON.stringify({ id: new Date().toISOString().slice(0, 7), secret: randomBytes(32).toString('base64') })}\n`;
  if (await makeOnce(file, fresh))
    console.error(`已生成散列密钥 ${file}。\nA key for keyed hashes was made: ${file}.`);
  try {
    const { id, secret } = JSON.parse(await textOf(file)) as { id: unknown; secret: unknown };
    const bytes = Buffer.from(String(secret), 'base64');
    if (typeof id === 'string' && /^[\w.-]{1,32}$/.test(id) && bytes.length >= 32)
      return { id, secret: bytes };
  } catch {}
  throw errors('cli.hash-key-broken', { file });
}

/** True where the file was not there and now is. */
async function makeOnce(file: string, content: () => string): Promise<boolean> {
  await mkdir(join(file, '..'), { recursive: true, mode: 0o700 });
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(content()).finally(() => handle.close());
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw errors('cli.cannot-write', { file, detail: (cause as Error).message }, { cause });
  }
}

/** Work with this folder's log open, and its key. */
export async function withLog<T>(
  options: ActOptions,
  work: (log: CustodyLog, signer: Signer) => Promise<T>,
): Promise<T> {
  const signer = await openSigner(options);
  return withCustodyLog(custodyFolder(leadsFolder(options)), signer, (log) => work(log, signer));
}

export { textOf };
