/** Bytes at a place, as a file on disk gives them. */
export interface RandomAccess {
  readonly size: number;
  /** Exactly `length` bytes. Rejects beyond the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}
