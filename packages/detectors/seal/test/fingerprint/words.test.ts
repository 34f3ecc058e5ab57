import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadWords, wordsDiffer } from '../../src/index.ts';

/** A title of which every character is sure but those named. */
const read = (title: string, doubted = '', doubt = 0.9): ReadWords => ({
  title,
  titleConfidences: [...title].map((letter) => (doubted.includes(letter) ? doubt : 0.9999)),
});

describe('titles of two seals', () => {
  it('differ as surely as the less sure of both readings is of another character', () => {
    const [city, county] = ['永泽市社区卫生中心', '永泽县社区卫生中心'];
    expect(wordsDiffer(read(city), read(county))).toBe('surely');
    expect(wordsDiffer(read(city, '市', 0.995), read(county))).toBe('likely');
    expect(wordsDiffer(read(city), read(county, '县', 0.995))).toBe('likely');
    expect(wordsDiffer(read(city, '市'), read(county))).toBeNull();
    expect(wordsDiffer(read(city), read(county, '县'))).toBeNull();
  });

  it('differ the less surely where what stands beside is missing', () => {
    const title = '白石市佳禾建筑工程厂';
    expect(wordsDiffer(read('石市佳禾建筑工程厂'), read('白建筑工程厂'))).toBe('likely');
    expect(wordsDiffer(read(title), read('黑石市佳禾建筑工程厂'))).toBe('surely');
    expect(wordsDiffer(read(title), read('白石市佳禾建筑工程所'))).toBe('surely');
    expect(wordsDiffer(read(title), read('白石市佳禾'))).toBeNull();
  });

  it('do not differ by what only one of them shows', () => {
    const whole = read('临江市瑞丰医药有限公司');
    for (const part of ['市瑞丰医药有限公司', '临江市瑞丰医', '临江市丰医药公司', '有限公司'])
      expect(wordsDiffer(whole, read(part))).toBeNull();
    expect(wordsDiffer(read('江市瑞丰医'), read('临海市瑞丰医药有限公司'))).toBe('likely');
  });

  it('are not compared where hardly anything agrees', () => {
    expect(wordsDiffer(read('白石区大学'), read('大学白石'))).toBeNull();
    expect(wordsDiffer(read('收讫'), read('作废'))).toBeNull();
  });

  it('say nothing where nothing was read, or how surely was not kept', () => {
    expect(wordsDiffer(read('永泽市医院'), { title: null, titleConfidences: [] })).toBeNull();
    expect(wordsDiffer(read('永泽市医院'), { title: '永泽县医院' })).toBeNull();
  });

  it('never differ from what is left of them when characters are missed', () => {
    const title = fc.array(fc.constantFrom(...'甲乙丙丁戊己𠮷庚'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(title, fc.infiniteStream(fc.boolean()), (letters, drops) => {
        const whole = read(letters.join(''));
        const part = read(letters.filter(() => !drops.next().value).join(''));
        expect(wordsDiffer(whole, part)).toBeNull();
        expect(wordsDiffer(part, whole)).toBeNull();
      }),
    );
  });
});

describe('numbers of two seals', () => {
  const coded = (code: string | null, numberConfidence?: number): ReadWords => ({
    title: null,
    code,
    ...(numberConfidence !== undefined && { numberConfidence }),
  });

  it('differ in more than what one misreading makes, the more the less sure they are', () => {
    const code = coded('4101020012345', 0.95);
    expect(wordsDiffer(code, coded('4101020012456', 0.95))).toBe('surely');
    expect(wordsDiffer(code, coded('4101020012356', 0.95))).toBeNull();
    expect(wordsDiffer(code, coded('4101020012456', 0.3))).toBeNull();
    expect(wordsDiffer(code, coded('4101020056789', 0.3))).toBe('likely');
    expect(wordsDiffer(coded('4101020012345'), coded('4101020098765'))).toBeNull();
  });

  it('are compared with their like alone', () => {
    const tax = { title: null, taxNumber: '91350100M000100Y43', numberConfidence: 0.95 };
    expect(wordsDiffer(coded('4101020012345', 0.95), tax)).toBeNull();
    expect(wordsDiffer(tax, { ...tax, taxNumber: '350100123456789' })).toBeNull();
    expect(wordsDiffer(tax, { ...tax, taxNumber: '91350200M000100Y77' })).toBe('surely');
    expect(wordsDiffer(coded(null, 0), coded('4101020012345', 0.95))).toBeNull();
  });
});
