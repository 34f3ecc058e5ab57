import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agree,
  type Comparison,
  compareValues,
  maskedPair,
  maskValue,
  type PersonSubject,
  plainValue,
} from '../src/index.ts';

const NUMBER = '11010519491231002X';
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const han = fc
  .array(fc.constantFrom(...'张王李刘陈伟芳敏静丽强阿卜杜热'), { minLength: 2, maxLength: 6 })
  .map((all) => all.join(''));
const values: Readonly<Record<PersonSubject, fc.Arbitrary<string>>> = {
  name: han,
  'identity-number': digits(17).map((stem) => `${stem}X`),
  phone: digits(9).map((rest) => `13${rest}`),
  'bank-card': digits(19),
};
const subjects = Object.keys(values) as PersonSubject[];
const anySubject = fc.constantFrom(...subjects);
const valued = anySubject.chain((subject) => fc.tuple(fc.constant(subject), values[subject]));

describe('one thing of a person, from two places', () => {
  it.each<[PersonSubject, string, string, Comparison]>([
    ['name', '張 偉', '张伟', 'same'],
    ['name', '阿卜杜·热合曼', '阿卜杜•热合曼', 'same'],
    ['name', '阿卜杜·热合曼', '阿卜杜热合曼', 'same'],
    ['name', '张*三', '张小三', 'same'],
    ['name', '张某某', '张小三', 'same'],
    ['name', '李*三', '张小三', 'near'],
    ['name', 'San ZHANG', 'Zhang, San', 'same'],
    ['name', 'ZhangSan', 'SAN ZHANG', 'same'],
    ['name', 'ZHANG S.', 'Zhang San', 'same'],
    ['name', 'José García', 'GARCIA JOSE', 'same'],
    ['name', 'WONG MEI LING', 'TAN AH KOW', 'other'],
    ['name', '张三', 'ZHANG SAN', 'incomparable'],
    ['name', '***', '张三', 'incomparable'],
    ['name', '王小明', '王明', 'near'],
    ['name', '王小明', '王晓明', 'near'],
    ['name', '王小明', '李国华', 'other'],
    ['identity-number', '110105491231002', NUMBER, 'same'],
    ['identity-number', '11010519491231002x', NUMBER, 'same'],
    ['identity-number', '１１０１０５ 19491231 002Ｘ', NUMBER, 'same'],
    ['identity-number', '1101**********002X', NUMBER, 'same'],
    ['identity-number', '1101XXXXXXXXXX002X', NUMBER, 'same'],
    ['identity-number', '1101**********0021', NUMBER, 'near'],
    ['identity-number', '4403**********0021', NUMBER, 'other'],
    ['identity-number', '1101051949123100', NUMBER, 'incomparable'],
    ['identity-number', 'E12345678', NUMBER, 'incomparable'],
    ['identity-number', '440305199003071029', NUMBER, 'other'],
    ['phone', '+86 138-1234-5678', '13812345678', 'same'],
    ['phone', '0086 13812345678', '13812345678', 'same'],
    ['phone', '138****5678', '13812345678', 'same'],
    ['phone', '138XXXX5678', '13812345678', 'same'],
    ['phone', '139****5678', '13812345678', 'near'],
    ['phone', '139****0000', '13812345678', 'other'],
    ['phone', '0571-88881234', '13812345678', 'incomparable'],
    ['phone', '0571-88881234转801', '057188881234', 'same'],
    ['phone', '95588', '13812345678', 'incomparable'],
    ['bank-card', '6222 **** 1234', '6222021234567891234', 'same'],
    ['bank-card', '尾号1234', '6222021234567891234', 'same'],
    ['bank-card', '尾号1235', '6222021234567891234', 'near'],
    ['bank-card', '尾号9876', '6222021234567891234', 'other'],
    ['bank-card', '6222021234567891234', '6222 0212 3456 7891 234', 'same'],
    ['bank-card', '12345678', '6222021234567891234', 'incomparable'],
  ])('%s: %s against %s is %s', (subject, a, b, expected) => {
    expect(compareValues(subject, a, b)).toBe(expected);
    expect(compareValues(subject, b, a)).toBe(expected);
  });

  it('is the same as itself, in its plain writing, set wide and with any part hidden', () =>
    fc.assert(
      fc.property(valued, fc.nat(), fc.nat(), ([subject, value], from, length) => {
        expect(compareValues(subject, value, plainValue(subject, value))).toBe('same');
        expect(compareValues(subject, [...value].join(' '), value)).toBe('same');
        const [start, count] = [1 + (from % (value.length - 1)), 1 + (length % value.length)];
        const hidden =
          value.slice(0, start) +
          '*'.repeat(Math.min(count, value.length - start)) +
          value.slice(start + count);
        expect(compareValues(subject, hidden, value)).toBe('same');
      }),
    ));

  it('does not depend on the order, whatever the texts', () =>
    fc.assert(
      fc.property(anySubject, fc.string(), fc.string(), (subject, a, b) => {
        expect(compareValues(subject, a, b)).toBe(compareValues(subject, b, a));
      }),
    ));

  it('is never more than near when one character was lost, gained or read otherwise', () =>
    fc.assert(
      fc.property(valued, fc.nat(), fc.constantFrom(0, 1, 2), ([subject, value], place, slip) => {
        const at = place % value.length;
        const other = subject === 'name' ? '鑫' : value[at] === '7' ? '1' : '7';
        const read = value.slice(0, at) + (slip === 0 ? '' : other) + value.slice(slip === 1 ? at : at + 1);
        expect(['same', 'near', 'incomparable']).toContain(compareValues(subject, read, value));
      }),
    ));
});

describe('hidden places', () => {
  it('agree with what a hidden text can be, both ways, and with each other', () => {
    expect([agree('12*', '1*3'), agree('*a*b', '*b*a'), agree('12*', '3*'), agree('1*', '1')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  // By trying every place of every star it would not end before the test's time does.
  it('cost no more than the product of the lengths', () => {
    expect(agree('*a'.repeat(200), `${'a'.repeat(400)}b`)).toBe(false);
  });
});

describe('numbers in messages', () => {
  it('are shown by their ends', () => {
    expect(maskValue('identity-number', '330102199001011234')).toBe('3301**********1234');
    expect(maskValue('phone', '+86 13812341234')).toBe('138****1234');
    expect(maskValue('bank-card', '6222 0212 3456 7891 234')).toBe('6222***********1234');
    expect(maskValue('name', '张三')).toBe('张三');
    expect(maskValue('phone', '95588')).toBe('***88');
  });

  it('show where they differ if their ends do not, and never more than a few places more', () =>
    fc.assert(
      fc.property(digits(18), digits(18), (a, b) => {
        fc.pre(a !== b);
        const { stated, expected } = maskedPair('identity-number', a, b);
        expect(stated).not.toBe(expected);
        for (const text of [stated, expected])
          expect(text.replaceAll('*', '').length).toBeLessThanOrEqual(11);
      }),
    ));
});
