import type { TextLine } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { boundsOf, createQrDetector, type JudgeCode, type ReadCode } from '../src/index.ts';
import { wordsAround } from '../src/words-around.ts';

const image = { width: 4, height: 4, rgb: new Uint8Array(48) };
const corners: ReadCode['corners'] = [
  [100, 100],
  [200, 100],
  [200, 200],
  [100, 200],
];
const code: ReadCode = {
  text: 'weixin://wxpay/bindurl?pr=x',
  bytes: new Uint8Array(),
  format: 'QRCode',
  corners,
};
const line = (text: string, x: number, y: number): TextLine => ({
  text,
  confidence: 1,
  region: { x, y, width: 80, height: 20 },
  runs: [],
});

const judge =
  (level: 'safe' | 'danger', seen: (words: readonly string[]) => void = () => {}): JudgeCode =>
  (_text, _bytes, words = []) => {
    seen(words);
    return {
      kind: 'wechat-bind',
      details: {},
      links: [],
      risk: {
        level,
        probability: 0.97,
        reasons: [
          { code: 'qr.card-binding', message: { zh: '要求绑卡。', en: 'It asks to bind a bank card.' } },
        ],
      },
      traces: [{ kind: 'qr_payload', value: 'x' }],
    };
  };

describe('the detector of codes', () => {
  it('makes a dangerous code a finding with its place and weightiest reason, and no sign of forgery', async () => {
    const report = await createQrDetector({
      reader: async () => async () => [code],
      judge: judge('danger'),
    }).examine({ image });
    expect(report.findings).toEqual([
      expect.objectContaining({
        code: 'qr.danger',
        region: { x: 100, y: 100, width: 100, height: 100 },
        message: {
          zh: '页面上的二维码（微信绑卡）很可能有害。要求绑卡。',
          en: 'A QR code on the page (Card binding in WeChat) is probably harmful. It asks to bind a bank card.',
        },
      }),
    ]);
    expect(report.forgeryProbability).toBeNull();
    expect(report.traces).toEqual([{ kind: 'qr_payload', value: 'x' }]);
    expect(report.codes).toEqual([
      expect.objectContaining({ text: code.text, corners, kind: 'wechat-bind' }),
    ]);
  });

  it('keeps a safe code as a fact without a finding', async () => {
    const report = await createQrDetector({
      reader: async () => async () => [code],
      judge: judge('safe'),
    }).examine({
      image,
    });
    expect(report.findings).toEqual([]);
    expect(report.codes).toHaveLength(1);
  });

  it('opens a reader that failed again with the next page', async () => {
    let opened = 0;
    const reader = async () => {
      if (opened++ === 0) throw new Error('no memory');
      return async () => [code];
    };
    const detector = createQrDetector({ reader, judge: judge('safe') });
    await expect(detector.examine({ image })).rejects.toThrow('no memory');
    expect((await detector.examine({ image })).codes).toHaveLength(1);
    await detector.examine({ image });
    expect(opened).toBe(2);
  });

  it('judges with the words around the code, nearest first, and without those far away', async () => {
    let heard: readonly string[] = [];
    const detector = createQrDetector({
      reader: async () => async () => [code],
      judge: judge('safe', (words) => {
        heard = words;
      }),
    });
    await detector.examine({
      image,
      lines: [line('页脚', 100, 900), line('债务优化', 110, 320), line('扫码进群', 110, 210)],
    });
    expect(heard).toEqual(['扫码进群', '债务优化']);
  });
});

describe('words around a code', () => {
  it('counts what stands beside it or on it as near', () => {
    expect(wordsAround(corners, [line('左', 0, 140), line('上', 120, 60), line('内', 120, 150)])).toEqual([
      '内',
      '左',
      '上',
    ]);
  });
});

it('bounds turned corners', () => {
  expect(
    boundsOf([
      [10, 0],
      [20, 10],
      [10, 20],
      [0, 10],
    ]),
  ).toEqual({ x: 0, y: 0, width: 20, height: 20 });
});
