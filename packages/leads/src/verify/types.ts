import type { PublicKey } from '../keys/index.ts';

export interface VerifyOptions {
  /** The maker's key, got by another way than with the package. */
  readonly key?: PublicKey | null;
  /** What `leads handover` wrote for the recipient: checked against the package. */
  readonly receipt?: unknown;
  /** DER of certificates of time-stamping authorities that are trusted. */
  readonly anchors?: readonly Uint8Array[];
}

/** A whole file beside the payload; null where there is none that can be read. */
export type ReadTag = (path: string) => Promise<Buffer | null>;
