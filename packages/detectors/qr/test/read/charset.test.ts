import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/read/charset.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));

describe('character set from bytes', () => {
  test.each([
    ['GBK', 'D6D0B9FAB9A4C9CCD2F8D0D0', '中国工商银行'],
    ['GBK among ASCII', 'CED2C3C7 687474703A2F2F612E636E', '我们http://a.cn'],
    ['GB 18030, four bytes', 'D6D0 8139EF30', '中㐁'],
    ['Shift_JIS, kanji and kana', '8DC296B1918A926B82CD82B182BF82E7', '債務相談はこちら'],
    ['Shift_JIS, half-width kana', 'C3DEBBDEB2DD5152', 'ﾃﾞｻﾞｲﾝQR'],
    ['Latin, accents among letters', '43616672E920737563726520', 'Cafré sucre '],
    ['UTF-8', 'E4B8ADE59BBD', '中国'],
    ['ASCII', '68656C6C6F', 'hello'],
  ])('%s', (_, hex, text) => {
    expect(textOf(bytes(hex))).toBe(text);
  });

  test('text in UTF-8 stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(new TextEncoder().encode(text))).toBe(text);
      }),
    );
  });

  test('any bytes give some text', () => {
    fc.assert(fc.property(fc.uint8Array(), (data) => typeof textOf(data) === 'string'));
  });
});
