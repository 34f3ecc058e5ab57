import type { SpoofReason } from '@jianzhen/detector-voice';
import { type Finding, format, type Message, type Reason } from '@jianzhen/evidence';

const finding = (
  code: string,
  probability: number,
  message: Message,
  values: Readonly<Record<string, string | number>> = {},
): Finding => ({
  code,
  severity: 'info',
  probability,
  region: null,
  message: format(message, values),
  signal: 'voice',
  values: { ...values },
});

export const voiceMessages = {
  /** The reason by the code of the sound's own registry, in the room of voices: `voice.too-little-speech` … */
  refused: (channel: number, { code, message: { zh, en } }: Reason): Finding =>
    finding(
      `voice.${code.split('.').at(-1)}`,
      1,
      { zh: '第 {channel} 声道没有比对：{zh}', en: 'Channel {channel} was not compared: {en}' },
      { channel, zh, en },
    ),
  machine: (channel: number, { code, severity, probability, message: { zh, en } }: SpoofReason): Finding => ({
    ...finding(
      code,
      probability,
      { zh: '第 {channel} 声道：{zh}', en: 'Channel {channel}: {en}' },
      { channel, zh, en },
    ),
    severity,
  }),
  noModel: (): Finding =>
    finding('voice.no-model', 1, {
      zh: '没有安装声纹模型，只检查了录音质量，没有比对声音。',
      en: 'No speaker model is installed: the recording’s quality was measured, and no voice compared.',
    }),
};
