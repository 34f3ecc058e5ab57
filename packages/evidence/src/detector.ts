import type { FileFacts } from './facts.ts';
import type { Code } from './schemas/code.ts';
import type { Finding } from './schemas/finding.ts';
import type { Reading } from './schemas/reading.ts';
import type { Seal } from './schemas/seal.ts';
import type { Signature } from './schemas/signature.ts';
import type { Trace } from './schemas/trace.ts';

/** An 8-bit grey mask of a page's size, row-major; 255 = surely altered, flagged from 128 up. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Fingerprint of a page's template; only who made it knows what the bytes mean. */
export interface PageTemplate {
  /** To search by, the same length for all pages. */
  readonly sketch: Uint8Array;
  /** To compare by, some KB. */
  readonly material: Uint8Array;
}

/** What a voice is known by. Prints of different models are never compared. */
export interface Voiceprint {
  /** Name of the speaker model, and the SHA-256 of its file. */
  readonly model: string;
  readonly modelSha256: string;
  /** Embedding, of length 1; biometric data. */
  readonly vector: Float32Array;
  /** Net speech in seconds, and the pieces that it came in. */
  readonly seconds: number;
  readonly pieces: number;
  readonly band: 'telephone' | 'wide';
}

/** A voice and the channel that it is on, from 1. */
export interface ChannelVoiceprint extends Voiceprint {
  readonly channel: number;
}

export interface DetectorReport {
  readonly findings: readonly Finding[];
  readonly traces: readonly Trace[];
  /** Calibrated probability that the page was forged, or null where the detector has no word on that. */
  readonly forgeryProbability: number | null;
  readonly mask: Mask | null;
  /** What was read on the page, by the one detector that reads. */
  readonly reading?: Reading;
  /** Fingerprint of the page's template, by the one detector that makes it. */
  readonly template?: PageTemplate;
  /** Seals on the page, by the one detector that looks for them. */
  readonly seals?: readonly Seal[];
  /** Codes on the page, read and judged, by the one detector that looks for them. */
  readonly codes?: readonly Code[];
  /** Raw numbers by name: what calibration is fitted on. */
  readonly statistics: Readonly<Record<string, number>>;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

/** A detector is pure: one page in, findings out. It touches no disk, network, clock or store. */
export interface Detector<Input> {
  readonly id: string;
  /** Changes whenever the same page may get another answer. */
  readonly version: string;
  examine(input: Input): DetectorReport | Promise<DetectorReport>;
}

/** A finding about a file: on one of its pages, its region in shares of that page's width and height. */
export interface FileFinding extends Finding {
  /** 1-based; 1 where it is of the whole file. */
  readonly page: number;
}

export interface FileReport {
  readonly findings: readonly FileFinding[];
  readonly signatures: readonly Signature[];
}

/** A detector of whole files, as pure as those of pages: bytes in, findings out. */
export interface FileDetector {
  readonly id: string;
  readonly version: string;
  /** Null where it has no word on this sort of file. */
  examine(bytes: Uint8Array, facts: Pick<FileFacts, 'mediaType' | 'receivedAt'>): Promise<FileReport | null>;
}
