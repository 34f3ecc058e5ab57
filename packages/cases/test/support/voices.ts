import type { ChannelVoiceprint, Voice, VoiceChannel, Voiceprint } from '@jianzhen/evidence';
import type { ExaminedPage, StoredVoice, VoiceMatcher } from '../../src/index.ts';

const NAMES = ['anna', 'bei', 'chen', 'dora', 'agent'];

/** Voices are names: the same one is surely the same person, another one surely not. */
export const printOf = (name: string, channel = 1, model = 'm'): ChannelVoiceprint => ({
  channel,
  ...{ model, modelSha256: 'a'.repeat(64), seconds: 12, pieces: 2, band: 'telephone' },
  vector: Float32Array.from(NAMES, (other) => (other === name ? 1 : 0)),
});

export const channelOf = (channel: number, refused: VoiceChannel['refused'] = null): VoiceChannel => ({
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
export function recordingOf(...names: (string | null)[]): {
  voice: Voice;
  voiceprints: ChannelVoiceprint[];
} {
  const refused = { code: 'sound.too-little-speech', message: { zh: '语音过少', en: 'too little speech' } };
  return {
    voice: {
      ...{ format: 'wav', sampleRate: 8000, seconds: 20 },
      channels: names.map((name, i) => channelOf(i + 1, name === null ? refused : null)),
    },
    voiceprints: names.flatMap((name, i) => (name === null ? [] : [printOf(name, i + 1)])),
  };
}

export const pageOf = (recording: ReturnType<typeof recordingOf>): ExaminedPage => ({
  ...{ file: 'a.wav', page: 1, pages: 1, width: 0, height: 0, verdict: 'genuine', forgeryProbability: 0 },
  ...{
    findings: [],
    mask: null,
    elapsedMs: 1,
    reading: null,
    traces: [],
    seals: [],
    codes: [],
    signatures: [],
  },
  ...{ template: null, maskPng: null, heatmapPng: null, preview: null, statistics: {}, timings: {} },
  ...recording,
});

/** A matcher that reads everything each time. */
export function plainMatcher(sure = 14): VoiceMatcher {
  let voices: StoredVoice[] = [];
  const llr = (a: Voiceprint, b: Voiceprint) =>
    a.vector.some((value, i) => value > 0 && b.vector[i]! > 0) ? sure : -sure;
  const scored = (print: Voiceprint, among: readonly StoredVoice[]) =>
    among
      .filter(({ model }) => model === print.model)
      .map((voice) => ({ number: voice.number, kind: voice.kind, llr: llr(print, voice) }))
      .sort((a, b) => b.llr - a.llr);
  return {
    async refresh(source) {
      voices = await source.voicesAfter(0, 1e6);
    },
    count: (print, kinds) =>
      voices.filter(({ kind, model }) => kinds.includes(kind) && model === print.model).length,
    search: (print, kinds, limit) =>
      scored(
        print,
        voices.filter(({ kind }) => kinds.includes(kind)),
      ).slice(0, limit),
    score: (print, numbers) =>
      scored(
        print,
        voices.filter(({ number }) => numbers.includes(number)),
      ),
    combine: ([first, ...others]) => ({
      print: first!,
      left: others.flatMap((other, i) => (llr(first!, other) > 0 ? [] : [i + 1])),
    }),
  };
}
