import type { Random } from '../random.ts';
import type { CodeSettings } from './write.ts';

/** What a code carries, as it is to be read. */
export interface CodePayload {
  readonly text: string;
  /** What is written where that is not the text in the code's own character set. */
  readonly bytes?: Uint8Array;
  readonly settings: CodeSettings;
}

const HOSTS = ['pay.example.com', 'u.example.cn', 'wx.example.net', 'm.example.org'] as const;

/** 华夏助贷客服 in GBK, 債務相談窓口はこちら in Shift_JIS: bytes of which a code does not say what they are. */
const GBK = 'BBAACFC4D6FAB4FBBFCDB7FE';
const SHIFT_JIS = '8DC296B1918A926B918B8CFB82CD82B182BF82E7';

const letters = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(0, 35).toString(36)).join('');

const link = (random: Random, least: number, most: number): string =>
  `https://${random.pick(HOSTS)}/${letters(random, random.integer(least, most))}`;

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

const LEVELS = ['L', 'M', 'Q', 'H'] as const;

/** Draws a payload that suits what is to be shown. */
export function drawPayload(condition: string, random: Random): CodePayload {
  const level = random.pick(LEVELS);
  switch (condition) {
    case 'micro':
      return { text: letters(random, 6).toUpperCase(), settings: { format: 'MicroQRCode' } };
    case 'rectangular':
      return { text: link(random, 2, 10), settings: { format: 'RMQRCode' } };
    case 'gbk': {
      const number = letters(random, 6);
      return {
        text: `华夏助贷客服${number}`,
        bytes: Uint8Array.of(...bytesOf(GBK), ...Buffer.from(number)),
        settings: { level },
      };
    }
    case 'shift-jis': {
      const number = letters(random, 6);
      return {
        text: `債務相談窓口はこちら${number}`,
        bytes: Uint8Array.of(...bytesOf(SHIFT_JIS), ...Buffer.from(number)),
        settings: { level },
      };
    }
    case 'dense':
      return { text: link(random, 300, 700), settings: { level: 'L' } };
    default:
      return {
        text: random.chance(0.2) ? `微信支付 ${link(random, 6, 40)}` : link(random, 6, 60),
        settings: { level },
      };
  }
}
