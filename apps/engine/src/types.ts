import type {
  ChannelVoiceprint,
  FileFacts,
  Identity,
  PageReport,
  PageTemplate,
  Signature,
} from '@jianzhen/evidence';

export interface ExamineInput {
  /** File name or path, as it shall appear in reports. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Encode each page's mask as PNG. */
  readonly masks?: boolean;
  /** Cut each seal out of its page as PNG. */
  readonly crops?: boolean;
  /** Encode each page's preview and heat map for a person to look at. */
  readonly previews?: boolean;
  /** Hand out the raw mask and the raw statistics: for evaluation and calibration. */
  readonly raw?: boolean;
  /** False leaves the text of this file unread. */
  readonly reading?: boolean;
  /** Only this is asked for: `signatures` decodes no page, `seals` and `codes` pass pages to that detector alone, `voice` takes recordings alone. */
  readonly only?: 'signatures' | 'seals' | 'codes' | 'voice';
  /** Hand out voiceprints: biometric data, for who keeps it encrypted. */
  readonly voiceprints?: boolean;
  /** When the file was handed in, ISO 8601: no paper can be dated later. */
  readonly receivedAt?: string;
  /** What the lender has on record of the person whose papers these are. */
  readonly identities?: readonly Identity[];
}

export interface ExaminedPage extends PageReport {
  /** 8-bit grey PNG of the page's size. */
  readonly maskPng: Uint8Array | null;
  /** The page as WebP, longest edge at most 1,600 px. */
  readonly preview: Uint8Array | null;
  /** RGBA PNG to lay over the preview. */
  readonly heatmapPng: Uint8Array | null;
  /** RGB PNG of each seal, in the order of `seals`; empty unless asked for. */
  readonly crops: readonly Uint8Array[];
  /** Row-major 8-bit mask, width × height; only with `raw`. */
  readonly rawMask: Uint8Array | null;
  /** Fingerprint of the page's template; null where it was not read or has too little text. */
  readonly template: PageTemplate | null;
  /** What the voices of a recording are known by; only with `voiceprints`. */
  readonly voiceprints?: readonly ChannelVoiceprint[];
  /** Raw statistics by `detector.signal.name`; only with `raw`. */
  readonly statistics: Readonly<Record<string, number>>;
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface ExamineResult {
  readonly facts: FileFacts;
  /** All electronic signatures of the file, in its order; pages have those that are to be seen on them. */
  readonly signatures: readonly Signature[];
  readonly pages: readonly ExaminedPage[];
}

export interface Engine {
  /**
   * Examines one file in a worker thread. Calls queue up when all threads are busy.
   * @throws CodedError what intake or decoding refuse; `engine.deadline` past the deadline; `engine.crashed` when the
   * worker died, for example of too much memory. The engine itself stays usable after each of them.
   */
  examine(input: ExamineInput): Promise<ExamineResult>;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** Worker threads; as many as there are cores unless told. */
  readonly threads?: number;
  /** Let two threads examine each page together: for the least time a file, not for the most files a second. */
  readonly split?: boolean;
  /** Read each page's text and hold it against itself; true unless told. */
  readonly reading?: boolean;
  /** Folder of trust anchors, revocation lists and OCSP answers; what `JIANZHEN_TRUST` names unless told. */
  readonly trust?: string;
  /**
   * Milliseconds without a sign of life after which a worker is ended. Unless told: 9,000 to decode the first page and
   * 5,000 for each further one, 9,000 and 1,500 a megapixel to examine a page, and 20,000 to read it.
   */
  readonly deadlineMs?: number;
}
