import type { ChannelVoiceprint, Voice, VoiceChannel } from '@jianzhen/evidence';
import { PLAIN_MODEL } from './plain-back-end.ts';

const NAMES = ['anna', 'bei', 'chen', 'dora', 'agent'];

/** Voices for tests are names: the same one is surely the same person, another one surely not. */
export const printOf = (name: string, channel = 1): ChannelVoiceprint => ({
  channel,
  ...{ model: PLAIN_MODEL.id, modelSha256: PLAIN_MODEL.sha256, seconds: 12, pieces: 2, band: 'telephone' },
  vector: Float32Array.from({ length: PLAIN_MODEL.dims }, (_, i) => (NAMES[i] === name ? 1 : 0)),
});

const REFUSED = { code: 'sound.too-little-speech', message: { zh: '语音过少', en: 'too little speech' } };

const channelOf = (channel: number, refused: VoiceChannel['refused']): VoiceChannel => ({
  channel,
  speaker: 'customer',
  seconds: 20,
  quality: {
    speechSeconds: refused ? 0.2 : 12,
    ...{ levelDb: -20, clipped: 0, snrDb: 20, band: 'telephone' },
  },
  refused,
  matches: [],
  spoofProbability: null,
});

/** A recording of these voices, a channel each; null for a channel with too little speech. */
export const recordingOf = (
  ...names: (string | null)[]
): { voice: Voice; voiceprints: ChannelVoiceprint[] } => ({
  voice: {
    ...{ format: 'wav', sampleRate: 8000, seconds: 20 },
    channels: names.map((name, i) => channelOf(i + 1, name === null ? REFUSED : null)),
  },
  voiceprints: names.flatMap((name, i) => (name === null ? [] : [printOf(name, i + 1)])),
});
