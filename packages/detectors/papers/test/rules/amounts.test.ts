import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCapitals, parseCapitals } from '../../src/rules/amounts/capitals.ts';
import { fenOf, findFigures, yuan } from '../../src/rules/amounts/figures.ts';
import { writeCapitals } from '../../src/rules/amounts/write-capitals.ts';

const fen = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.maxSafeInteger().map((value) => Math.abs(value) % 1e15),
  // Many zeros, where writings differ.
  fc
    .array(fc.constantFrom('0', '0', '0', '1', '5'), { minLength: 1, maxLength: 14 })
    .map((digits) => Number(digits.join(''))),
);

describe('amounts in capitals (支付结算办法)', () => {
  it('are read as they are written', () =>
    fc.assert(
      fc.property(fen, (value) => {
        expect(parseCapitals(writeCapitals(value))).toBe(value);
      }),
      { numRuns: 500 },
    ));

  it.each([
    [140950, '壹仟肆佰零玖元伍角整'],
    [600714, '陆仟零柒元壹角肆分'],
    [168032, '壹仟陆佰捌拾元叁角贰分'],
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [32500, '叁佰贰拾伍元整'],
    [100_000_001_000_00, '壹仟亿零壹仟元整'],
  ])('%i fen is %s', (value, words) => expect(writeCapitals(value)).toBe(words));

  it.each([
    ['壹拾万柒仟元零伍角叁分', 10700053],
    ['人民币 拾贰萬圓正', 12000000],
    ['一万二千三百四十五元六角', 1234560],
    ['零拾零万伍仟零佰零拾零元零角零分', 500000],
    ['⊗佰⊗拾叁万元整', 3000000],
    ['壹万贰仟', 1200000],
    ['壹亿贰仟万元整', 12000000000],
    ['伍角整', 50],
    ['柒分', 7],
  ])('%s', (words, value) => expect(parseCapitals(words)).toBe(value));

  it.each(['拾佰元', '壹佰贰仟元整', '壹万贰万元', '张三元', '壹贰元', ''])('%s is no amount', (words) =>
    expect(parseCapitals(words)).toBeNull(),
  );

  it('are found within sentences', () => {
    expect(findCapitals('人民币（大写）：壹万贰仟元整（¥12000.00）')).toMatchObject([
      { fen: 1200000, text: '壹万贰仟元整' },
    ]);
    expect(findCapitals('共计三百元零五分，另付伍佰元整。').map((found) => found.fen)).toEqual([
      30005, 50000,
    ]);
    expect(findCapitals('美元、公元')).toEqual([]);
  });
});

describe('amounts in figures', () => {
  it('are read as they are written', () =>
    fc.assert(
      fc.property(fen, (value) => {
        const text = yuan(value);
        expect(fenOf(text)).toBe(value);
        const grouped = text.replace(/\B(?=(\d{3})+\.)/g, ',');
        expect(findFigures(`合计：¥${grouped}元`)).toMatchObject([{ fen: value, grouped: true }]);
        expect(findFigures(`-${grouped}`)).toMatchObject([{ fen: value === 0 ? -0 : -value }]);
      }),
    ));

  it.each([
    ['1.2万元', 1200000],
    ['8.84955752', 884],
    ['RMB 1,000', 100000],
    ['¥-45.6', -4560],
    ['￥100.00整', 10000],
  ])('%s', (text, value) => expect(findFigures(text)[0]?.fen).toBe(value));

  it('are not pieces of dates or versions', () => {
    expect(findFigures('2024.03.05')).toEqual([]);
    expect(findFigures('1,23')[0]).toMatchObject({ fen: 100 });
    expect(findFigures('1,2345.00')[0]).toMatchObject({ fen: 1234500, grouped: true });
  });
});
