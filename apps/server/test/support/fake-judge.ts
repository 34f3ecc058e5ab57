import type { CodeJudge, JudgedCode } from '@jianzhen/cases';
import { type Code, defineErrors } from '@jianzhen/evidence';

const errors = defineErrors({
  'test.unreadable': { zh: '无法读取。', en: 'Cannot be read.' },
});

/** Dangerous with `bad` in it or in the words around it, doubtful with `odd`. */
function riskOf(text: string, words = ''): Code['risk'] {
  if (/bad/i.test(`${text} ${words}`)) {
    const reasons = [{ code: 'test.bad', message: { zh: '仿冒银行的网址', en: 'Imitates a bank' } }];
    return { level: 'danger', probability: 0.97, reasons };
  }
  return /odd/i.test(text)
    ? { level: 'caution', probability: 0.4, reasons: [] }
    : { level: 'safe', probability: 0.02, reasons: [] };
}

function judge(text: string, words?: string): JudgedCode {
  if (text.startsWith('unreadable')) throw errors('test.unreadable');
  if (text.startsWith('broken')) throw new Error('the judge broke at line 7');
  const url = URL.canParse(text) ? new URL(text) : null;
  const secret = /^(otpauth:\/\/[^?]*|WIFI:S:[^;]*)/i.exec(text)?.[0];
  return {
    code: {
      text,
      format: 'QRCode',
      corners: [
        [0, 0],
        [9, 0],
        [9, 9],
        [0, 9],
      ],
      kind: secret
        ? text.startsWith('otp')
          ? 'otpauth'
          : 'wifi'
        : text.endsWith('.apk')
          ? 'app-download'
          : 'url',
      details: url ? { host: url.host } : {},
      links: url ? [text] : [],
      risk: riskOf(text, words),
    },
    subject: secret ?? url?.href.replace(/[?#].*/, '') ?? text,
    domain: url?.hostname.split('.').slice(-2).join('.') || null,
  };
}

/** A judge that goes by the text; a picture's codes are the lines of its bytes. */
export function fakeJudge(): CodeJudge {
  return {
    judgeText: async (text, words) => judge(text, words),
    judgePicture: async (bytes, _name, words) =>
      new TextDecoder()
        .decode(bytes)
        .split('\n')
        .filter(Boolean)
        .map((text) => judge(text, words)),
    close: async () => {},
  };
}
