import type { Message } from '@jianzhen/evidence';

/** What lowers the worth of a recording without spoiling it. */
export const WARNINGS = {
  'sound.short': {
    zh: '净语音只有 {seconds} 秒，声纹结论的把握较小；10 秒以上更可靠。',
    en: 'There are only {seconds} s of net speech, so that a voice is told with less certainty; 10 s or more are better.',
  },
  'sound.quiet': {
    zh: '语音很轻（{level} dBFS）。',
    en: 'The speech is very soft ({level} dBFS).',
  },
  'sound.some-clipping': {
    zh: '有 {percent}% 的语音采样削波（过载失真）。',
    en: 'Of the samples of speech, {percent}% are clipped.',
  },
  'sound.noisy': {
    zh: '噪声较大（信噪比 {decibels} dB）。',
    en: 'There is much noise (signal to noise {decibels} dB).',
  },
  'sound.narrow-band': {
    zh: '录音为电话带宽（4 kHz 以上没有声音）。',
    en: 'The recording has the bandwidth of a telephone (nothing above 4 kHz).',
  },
} as const satisfies Record<string, Message>;
