/** Log mel filter bank of a piece of speech, its mean over time already subtracted: `frames` × `bands`, row-major. */
export interface Features {
  readonly frames: number;
  readonly values: Float32Array;
}

/** Who made a voiceprint: stored beside it, for prints of different models never meet. */
export interface ModelIdentity {
  readonly id: string;
  /** Of the model's file, in hex. */
  readonly sha256: string;
}

/** What stands beside a model's file. */
export interface ModelCard {
  readonly id: string;
  readonly sha256: string;
  readonly dims: number;
  readonly features: string;
  readonly licence: string;
}

/** A speaker model: what a piece of speech sounds like, as a vector. */
export interface SpeakerModel extends ModelIdentity {
  /** Length of an embedding. */
  readonly dims: number;
  /** Embedding of one piece of speech, as the network gives it. */
  embed(features: Features): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Put around each call into native code: whoever ends threads must not end one in the midst of it. */
export type Guard = <T>(work: () => Promise<T>) => Promise<T>;
