/** A piece of sound: one array a channel, all of one length, samples in [-1, 1]. */
export type Samples = readonly Float32Array[];

export type SoundFormat =
  | 'wav'
  | 'flac'
  | 'mp3'
  | 'opus'
  | 'amr-nb'
  | 'amr-wb'
  | 'g711-a-law'
  | 'g711-mu-law';

/** What was not as it should be, but was passed over. */
export interface SoundDamage {
  /** Frames that could not be decoded and were left out. */
  brokenFrames: number;
  /** Whether the file ends before it says so. */
  truncated: boolean;
}

/** An opened recording. Its samples are decoded as they are asked for. */
export interface Sound {
  readonly format: SoundFormat;
  /** Hz, of what `chunks` gives. */
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  /** As the file claims; null where it does not say. */
  readonly seconds: number | null;
  /** Complete once `chunks` has come to its end. */
  readonly damage: Readonly<SoundDamage>;
  /**
   * The samples from first to last; can be asked for once. Leaving early, or an error, frees the decoder.
   *
   * @throws CodedError `sound.too-long`, `sound.corrupt`, …
   */
  chunks(): AsyncGenerator<Samples, void>;
  /** Frees the decoder of a sound whose `chunks` nobody will ask for. */
  close(): Promise<void>;
}

/** Hz that everything is analysed at. */
export const ANALYSIS_RATE = 16_000;
