import type { Code } from '@jianzhen/evidence';

export interface JudgedCode {
  readonly code: Code;
  /**
   * What the payload is known by, the same however it is written: normalised, and without secrets (keys of one-time
   * passwords, passwords of wireless networks), for it is kept. So are a danger's reasons.
   */
  readonly subject: string;
  /** Registrable domain that the payload leads to; null where it leads to none. */
  readonly domain: string | null;
}

/** Reads and judges codes. Throws a `CodedError` with status 4xx for what cannot be judged. */
export interface CodeJudge {
  /** `words`: what was said around the code or link, in the chat. */
  judgeText(text: string, words?: string): Promise<JudgedCode>;
  /** Every code on a picture; none is an empty list. */
  judgePicture(bytes: Uint8Array, name: string, words?: string): Promise<JudgedCode[]>;
  close(): Promise<void>;
}
