import { format, type Message, type Severity } from '@jianzhen/evidence';
import type { PageFinding } from '../model.ts';
import type { KnownVoice } from '../ports/index.ts';

const texts = {
  'voice.watch-list': {
    zh: '第 {channel} 声道的声音与关注名单中的声纹相符（{reason}）。',
    en: 'The voice on channel {channel} is that of a voiceprint on the watch-list ({reason}).',
  },
  'voice.same-person': {
    zh: '第 {channel} 声道的声音与客户 {person} 登记的声纹相符。',
    en: 'The voice on channel {channel} is that of the voiceprint of customer {person}.',
  },
  'voice.same-voice-elsewhere': {
    zh: '第 {channel} 声道的声音还在另外 {customers} 位客户的 {calls} 通录音中出现，最相近的是“{name}”。',
    en: 'The voice on channel {channel} also speaks in {calls} recording(s) of {customers} other customer(s); most like it is “{name}”.',
  },
  'voice.not-compared': {
    zh: '没有配置字段加密密钥，声音没有与库中的声纹比对，也没有保存。',
    en: 'No key for encrypted fields is configured: the voices were neither compared with those on record nor kept.',
  },
} as const satisfies Record<string, Message>;

const said = (
  code: keyof typeof texts,
  severity: Severity,
  probability: number,
  values: Readonly<Record<string, string | number>> = {},
): PageFinding => ({
  page: 1,
  code,
  severity,
  probability,
  region: null,
  message: format(texts[code], values),
  signal: 'voice',
  values: { ...values },
});

export const voiceFindings = {
  watchList: (channel: number, probability: number, reason: string, voiceprintId: string, llr: number) =>
    said('voice.watch-list', 'high', probability, { channel, reason, voiceprintId, llr }),
  samePerson: (channel: number, probability: number, person: string, llr: number) =>
    said('voice.same-person', 'info', probability, { channel, person, llr }),
  elsewhere(channel: number, probability: number, calls: readonly KnownVoice[], llr: number) {
    const [{ reference, exhibit, caseId, exhibitId }] = calls as [KnownVoice];
    return said('voice.same-voice-elsewhere', 'medium', probability, {
      channel,
      customers: new Set(calls.map((call) => call.person ?? call.caseId)).size,
      calls: calls.length,
      name: [reference, exhibit].filter(Boolean).join(' / '),
      caseId: caseId ?? '',
      exhibitId: exhibitId ?? '',
      llr,
    });
  },
  notCompared: () => said('voice.not-compared', 'info', 1),
};
