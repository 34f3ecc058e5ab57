import type { Samples, SoundDamage, SoundFormat } from './types.ts';

/** What a format's reader finds in a file's head, and how the rest is decoded. */
export interface Decoder {
  readonly format: SoundFormat;
  readonly sampleRate: number;
  /** As the file says, still unchecked. */
  readonly channels: number;
  readonly seconds: number | null;
  /** Decodes from first to last; counts in `damage` what it passes over. */
  samples(damage: SoundDamage): AsyncGenerator<Samples, void>;
  /** Called once, whether `samples` ran or not. */
  free(): void | Promise<void>;
}
