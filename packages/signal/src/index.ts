export type { ByteSource } from './bytes.ts';
export { errors as soundErrors } from './errors.ts';
export { type Features, filterBank, frameCount, MELS, subtractMean } from './features/filter-bank.ts';
export { A_LAW, MU_LAW } from './g711.ts';
export { DEFAULT_LIMITS as SOUND_LIMITS, type SoundLimits } from './limits.ts';
export { type OpenSoundOptions, openSound } from './open.ts';
export { type Resampler, resampler } from './resample/resampler.ts';
export { type SniffedSound, sniffSound } from './sniff.ts';
export { ANALYSIS_RATE, type Samples, type Sound, type SoundDamage, type SoundFormat } from './types.ts';
export { type Run, speechRuns } from './vad/runs.ts';
export {
  type Guard,
  openVoiceActivity,
  type VoiceActivity,
  type VoiceStream,
  WINDOW_SAMPLES,
} from './vad/silero.ts';
