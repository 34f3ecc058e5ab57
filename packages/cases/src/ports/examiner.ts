import type {
  ChannelVoiceprint,
  FileFacts,
  Identity,
  PageReport,
  PageTemplate,
  Signature,
} from '@jianzhen/evidence';

export interface ExaminedPage extends PageReport {
  /** 8-bit grey PNG of the page's size; null where there is none or none was asked for. */
  readonly maskPng: Uint8Array | null;
  /** The page as WebP for people to look at. */
  readonly preview: Uint8Array | null;
  /** RGBA PNG to lay over the preview. */
  readonly heatmapPng: Uint8Array | null;
  /** Fingerprint of the page's template; null where it was not read or has too little text. */
  readonly template: PageTemplate | null;
  /** What the voices of a recording are known by; only with `voiceprints`. */
  readonly voiceprints?: readonly ChannelVoiceprint[];
  readonly statistics: Readonly<Record<string, number>>;
  readonly timings: Readonly<Record<string, number>>;
}

export interface ExamineResult {
  readonly facts: Pick<FileFacts, 'mediaType' | 'bytes' | 'sha256'> &
    Partial<Pick<FileFacts, 'image' | 'pdf'>>;
  readonly pages: readonly ExaminedPage[];
  /** Electronic signatures of the file, in its order. */
  readonly signatures: readonly Signature[];
}

/** Bytes in, page reports out. Throws a `CodedError` with status 4xx for input that cannot be read. */
export interface Examiner {
  examine(input: {
    name: string;
    bytes: Uint8Array;
    masks?: boolean;
    previews?: boolean;
    /** False leaves the text unread: faster. */
    reading?: boolean;
    /** Only this is asked for: `signatures` decodes no page, `seals` and `codes` look for those alone, `voice` takes recordings alone. */
    only?: 'signatures' | 'seals' | 'codes' | 'voice';
    /** Hand out voiceprints: biometric data, for who keeps it encrypted. */
    voiceprints?: boolean;
    /** When the file was handed in, ISO 8601. */
    receivedAt?: string;
    /** What is on record of the person whose papers these are. */
    identities?: readonly Identity[];
  }): Promise<ExamineResult>;
  close(): Promise<void>;
}
