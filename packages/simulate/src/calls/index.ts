// Made-up speakers and their telephone calls, with ground truth: no voice here is anybody's.
export { type Call, type CallOptions, call, type Line, type Turn } from './call.ts';
export { type DemoCall, demoCalls } from './demo.ts';
export { levelled, speechLevel } from './level.ts';
export { NOT_SPEECH, noise } from './not-speech.ts';
export { type Formants, VOWELS } from './phones.ts';
export { drawRoom, inRoom, type Room } from './room.ts';
export { type CallSetOptions, callsCsv, makeCall, type PlannedCall, planCalls } from './set.ts';
export { speak } from './speak.ts';
export { SAMPLE_RATE, synthesise } from './synthesise.ts';
export { encodeALaw, overTelephone, TELEPHONE_RATE } from './telephone.ts';
export { steadyTrack } from './track.ts';
export { createVoice, type Voice } from './voice.ts';
export { type WavCoding, writeWav } from './wav.ts';
