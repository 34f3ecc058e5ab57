/** What a recording may claim before it is refused. */
export interface SoundLimits {
  /** Of one recording, both as claimed and as decoded: a few bytes can stand for hours. */
  readonly maxSeconds: number;
}

/** Calls of a lender end within the hour; a day's recording of a line is none. */
export const DEFAULT_LIMITS: SoundLimits = { maxSeconds: 4 * 3600 };

/** Telephone to studio. */
export const MIN_RATE = 8_000;
export const MAX_RATE = 48_000;
