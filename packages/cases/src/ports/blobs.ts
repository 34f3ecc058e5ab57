import type { Readable } from 'node:stream';

export interface BlobRef {
  /** Lower-case hex; the blob's name. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Bytes by their SHA-256. What is put is durable when the promise resolves; putting the same bytes twice keeps one copy. */
export interface BlobStore {
  /** Streams without holding the whole in memory. If `source` throws, nothing is kept and the error passes through. */
  put(source: AsyncIterable<Uint8Array> | Uint8Array): Promise<BlobRef>;
  /** Null where there is no such blob. */
  open(sha256: string): Promise<{ bytes: number; stream: Readable } | null>;
  /** The whole blob, its hash checked. @throws `store.blob-missing`, `store.blob-corrupted` */
  read(sha256: string): Promise<Uint8Array>;
  /** Rejects where the store cannot be written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
