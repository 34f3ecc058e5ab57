// RFC 6962, section 3.5: what a signed tree head is made of. The log's identity is its key, which verifiers know or are given.
import { fromHex, hex } from '../canonical.ts';
import type { PublicKey, Signer } from '../keys/index.ts';

export interface TreeHead {
  readonly size: number;
  /** Hexadecimal. */
  readonly root: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly keyId: string;
  /** Base64. */
  readonly signature: string;
}

/** `TreeHeadSignature`: version 0, type 1, milliseconds since 1970, size, root. */
export function headBytes({ size, root, at }: Pick<TreeHead, 'size' | 'root' | 'at'>): Uint8Array {
  const bytes = Buffer.alloc(50);
  bytes[1] = 1;
  bytes.writeBigUInt64BE(BigInt(Date.parse(at)), 2);
  bytes.writeBigUInt64BE(BigInt(size), 10);
  Buffer.from(root, 'hex').copy(bytes, 18);
  return bytes;
}

export async function signHead(
  signer: Signer,
  size: number,
  root: Uint8Array,
  at: string,
): Promise<TreeHead> {
  const head = { size, root: hex(root), at };
  const signature = Buffer.from(await signer.sign(headBytes(head))).toString('base64');
  return { ...head, keyId: signer.keyId, signature };
}

/** Whether anything is a tree head at all: it may come from a stranger. */
export function isHead(value: unknown): value is TreeHead {
  const head = value as Partial<TreeHead> | null;
  return (
    typeof head === 'object' &&
    head !== null &&
    Number.isInteger(head.size) &&
    head.size! >= 0 &&
    fromHex(head.root, 32) !== null &&
    Number.isFinite(Date.parse(head.at ?? '')) &&
    Date.parse(head.at!) >= 0 &&
    typeof head.keyId === 'string' &&
    typeof head.signature === 'string'
  );
}

export const verifyHead = (head: TreeHead, key: PublicKey): boolean =>
  head.keyId === key.keyId && key.verify(headBytes(head), Buffer.from(head.signature, 'base64'));
