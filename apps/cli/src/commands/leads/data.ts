import { userInfo } from 'node:os';
import { join } from 'node:path';
import {
  type CustodyLog,
  custodyFolder,
  type HashKey,
  ownHashKey,
  ownSigningKey,
  type Signer,
  signerFromPem,
  withCustodyLog,
} from '@jianzhen/leads';
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
  const { file, key, made } = await ownSigningKey(leadsFolder(options));
  if (made)
    console.error(
      `已生成签名密钥 ${file}（Ed25519，权限 600）。请妥善备份，并把公钥另行告知接收方。\nA signing key was made: ${file} (Ed25519, mode 600). Back it up, and give recipients its public key by another way.`,
    );
  return signerFromPem(key, certificates);
}

/** The secret of keyed hashes. */
export async function openHashKey(options: ActOptions): Promise<HashKey> {
  const { file, key, made } = await ownHashKey(leadsFolder(options));
  if (made) console.error(`已生成散列密钥 ${file}。\nA key for keyed hashes was made: ${file}.`);
  return key;
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
