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
  maybeSynthetic: (channel: number, probability: number): Finding =>
    finding(
      'voice.maybe-synthetic',
      probability,
      {
        zh: '第 {channel} 声道的声音可能是重放或合成的；这项判断较弱，仅供参考。',
        en: 'The voice on channel {channel} may be played back or synthesised. This is weak, and advice only.',
      },
      { channel },
    ),
  noModel: (): Finding =>
    finding('voice.no-model', 1, {
      zh: '没有安装声纹模型，只检查了录音质量，没有比对声音。',
      en: 'No speaker model is installed: the recording’s quality was measured, and no voice compared.',
    }),
};
