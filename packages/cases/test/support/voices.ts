import type { Voiceprint } from '@jianzhen/evidence';
import type { recordingOf } from '../../../../scripts/plain-voices.ts';
import type { ExaminedPage, StoredVoice, VoiceMatcher } from '../../src/index.ts';

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
      .map((voice) => ({
        number: voice.number,
        kind: voice.kind,
        llr: llr(print, voice),
        falseAlarmRate: null,
      }))
      .sort((a, b) => b.llr - a.llr);
  return {
    async refresh(source) {
      voices = await source.voicesAfter(0, 1e6);
    },
    count: (kinds) => voices.filter(({ kind }) => kinds.includes(kind)).length,
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
