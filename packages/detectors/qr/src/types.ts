import type { Code, CodeKind, Reason, Trace } from '@jianzhen/evidence';

/** A picture to look for codes on: interleaved 8-bit RGB, row-major. */
export interface CodeImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** A code as it was read, not yet understood. */
export interface ReadCode {
  /** The payload as text, whatever character set it was written in. */
  readonly text: string;
  /** The payload as written. */
  readonly bytes: Uint8Array;
  /** ZXing's name of the symbology: `QRCode`, `MicroQRCode`, `RMQRCode` … */
  readonly format: string;
  /** In pixels of the picture: the code's own top left, top right, bottom right, bottom left. */
  readonly corners: Code['corners'];
}

/** Finds and reads every code on a picture. */
export type ReadCodes = (image: CodeImage) => Promise<ReadCode[]>;

/** What a payload says, before anybody judges it. */
export interface Payload {
  readonly kind: CodeKind;
  /** What was understood, by name: `host`, `payee`, `amount`, `ssid` … */
  readonly details: Readonly<Record<string, string>>;
  /** Links within, outermost first; unwrapped ones (`alipays://…&url=…`) follow what they were in. */
  readonly links: readonly string[];
  /** How dangerous such a payload is by what it does, whatever its links; null where the family says nothing. */
  readonly hazard: Hazard | null;
}

export interface Hazard {
  /** In [0, 1]: how probable it is that a customer who is sent such a code by a stranger is harmed. */
  readonly probability: number;
  readonly reason: Reason;
}

/** What was made of a payload: all that a code on a page has but its place. */
export interface JudgedPayload extends Pick<Code, 'kind' | 'details' | 'links' | 'risk'> {
  readonly traces: readonly Trace[];
}

/**
 * Understands and judges a payload.
 * @param bytes as written, where they are known
 * @param words what stood near it, nearest first
 */
export type JudgeCode = (text: string, bytes?: Uint8Array, words?: readonly string[]) => JudgedPayload;
