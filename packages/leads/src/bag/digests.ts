import { createHash } from 'node:crypto';

/** Bytes in pieces, to be read once. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Hexadecimal digests of one file. */
export interface Digests {
  readonly sha256: string;
  readonly sm3: string;
  readonly bytes: number;
}

export const ALGORITHMS = ['sha256', 'sm3'] as const;
export type DigestAlgorithm = (typeof ALGORITHMS)[number];

/** Hashes what passes. */
export function createDigester() {
  const [sha256, sm3] = [createHash('sha256'), createHash('sm3')];
  let bytes = 0;
  return {
    update(chunk: Uint8Array): void {
      sha256.update(chunk);
      sm3.update(chunk);
      bytes += chunk.length;
    },
    digests: (): Digests => ({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex'), bytes }),
  };
}

/** The same bytes, hashed on their way. */
export async function* tapped(source: ByteSource, digester: { update(chunk: Uint8Array): void }) {
  for await (const chunk of source) {
    digester.update(chunk);
    yield chunk;
  }
}

export async function digestsOf(source: ByteSource): Promise<Digests> {
  const digester = createDigester();
  for await (const chunk of source) digester.update(chunk);
  return digester.digests();
}
