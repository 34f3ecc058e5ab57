export type { ByteSource } from './bytes.ts';
export { errors as soundErrors } from './errors.ts';
export { type PowerSpectrum, powerSpectrum } from './features/fft.ts';
export { type Features, filterBank, frameCount, MELS, subtractMean } from './features/filter-bank.ts';
export { A_LAW, MU_LAW } from './g711.ts';
export { DEFAULT_LIMITS as SOUND_LIMITS, type SoundLimits } from './limits.ts';
export { type OpenSoundOptions, openSound } from './open.ts';
export { GATE, type GateLimits, type GateVerdict, judgeSpeech, type SoundWarning } from './quality/gate.ts';
export type { SpeechQuality } from './quality/meter.ts';
export { type Resampler, resampler } from './resample/resampler.ts';
export { type SniffedSound, sniffSound } from './sniff.ts';
export { type CallSpeech, callChannels, type PieceTaker } from './speech/call.ts';
export type { ChannelSpeech } from './speech/channel.ts';
export type { SpeechPiece } from './speech/pieces.ts';
export { ANALYSIS_RATE, type Samples, type Sound, type SoundDamage, type SoundFormat } from './types.ts';
export { type Run, speechRuns } from './vad/runs.ts';
export {
  type Guard,
  openVoiceActivity,
  type VoiceActivity,
  type VoiceStream,
  WINDOW_SAMPLES,
} from './vad/silero.ts';
