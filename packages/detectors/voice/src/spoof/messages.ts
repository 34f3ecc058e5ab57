import type { Message } from '@jianzhen/evidence';

/** What the score rests on; advice, never a reason to refuse a recording by itself. */
export const SPOOF_MESSAGES = {
  'voice.synthetic': {
    zh: '这段语音可能是机器合成或变声的（仅供参考，模型能力有限）。',
    en: 'This speech may have been synthesised or converted by a machine. Advice only: the model is weak.',
  },
  'voice.replay': {
    zh: '这段语音可能是扬声器播放后翻录的（仅供参考，只在模拟翻录上测过）。',
    en: 'This speech may have been played by a loudspeaker and recorded again. Advice only: measured on simulated replays.',
  },
} satisfies Record<string, Message>;
export type SpoofCode = keyof typeof SPOOF_MESSAGES;
