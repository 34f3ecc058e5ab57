import { hex, utf8 } from '../canonical.ts';
import { errors } from '../errors.ts';
import { type PublicKey, publicKeyFromPem, type Signer } from '../keys/index.ts';
import type { MerkleTree } from '../merkle/index.ts';
import { type CustodyEvent, checkEvent, eventLeaf } from './events.ts';
import { isHead, signHead, type TreeHead, verifyHead } from './head.ts';
import { type LogLine, readLines } from './lines.ts';
import type { CustodyFiles } from './ports.ts';

/** The log as it stood when it was opened; `append` is the only way in which it changes. */
export interface CustodyLog {
  readonly lines: readonly LogLine[];
  readonly tree: MerkleTree;
  /** Null while there is no event. */
  readonly head: TreeHead | null;
  /** Resolves once the event is durable and acknowledged. @throws CodedError `leads.event-needs`, `leads.event-unknown` */
  append(event: CustodyEvent): Promise<LogLine>;
  /** Lets other processes in. */
  close(): Promise<void>;
}

/**
 * Opens the log and holds its lock until it is closed. A line that a crash tore is dropped, if it had not been acknowledged.
 * @throws CodedError `leads.custody-busy`, `leads.custody-damaged`, `leads.custody-lost`, `leads.custody-forked`
 */
export async function openCustodyLog(files: CustodyFiles, signer: Signer): Promise<CustodyLog> {
  const unlock = await files.lock();
  try {
    const bytes = await files.read();
    const { lines: read, tree, whole } = readLines(bytes);
    const key = publicKeyFromPem(signer.publicKeyPem);
    compare(tree, await files.acknowledged(), key);
    if (whole < bytes.length) await files.truncate(whole);
    const lines = [...read];
    return {
      lines,
      tree,
      get head() {
        return lines.at(-1)?.head ?? null;
      },
      async append(event) {
        checkEvent(event);
        const index = tree.size;
        tree.append(eventLeaf(event));
        const head = await signHead(signer, tree.size, tree.root(), event.at);
        const line: LogLine = { index, event, head };
        await files.append(utf8(`${JSON.stringify(line)}\n`));
        await files.acknowledge(JSON.stringify(head));
        lines.push(line);
        return line;
      },
      close: unlock,
    };
  } catch (thrown) {
    await unlock();
    throw thrown;
  }
}

/** Work with the log open, which is closed whatever comes of it. */
export async function withCustodyLog<T>(
  files: CustodyFiles,
  signer: Signer,
  work: (log: CustodyLog) => Promise<T>,
): Promise<T> {
  const log = await openCustodyLog(files, signer);
  try {
    return await work(log);
  } finally {
    await log.close();
  }
}

/** What was acknowledged must still be there, and be the start of what is there now. */
function compare(tree: MerkleTree, acknowledged: string | null, key: PublicKey): void {
  if (acknowledged === null) return;
  const head = parse(acknowledged);
  if (!isHead(head)) throw errors('leads.custody-forked');
  if (head.size > tree.size)
    throw errors('leads.custody-lost', { acknowledged: head.size, found: tree.size });
  if (hex(tree.root(head.size)) !== head.root) throw errors('leads.custody-forked');
  // Another key may have signed before this one: then the roots alone speak.
  if (head.keyId === key.keyId && !verifyHead(head, key)) throw errors('leads.custody-forked');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
