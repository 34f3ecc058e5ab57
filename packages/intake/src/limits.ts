/** What intake refuses to go beyond. */
export interface Limits {
  /** Bytes of the file. */
  readonly bytes: number;
  /** Pages of one file. */
  readonly pages: number;
}

export const DEFAULT_LIMITS: Limits = { bytes: 100 * 1024 * 1024, pages: 200 };
