import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadWords, wordsDiffer } from '../../src/index.ts';

/** A title of which every character is sure but those named. */
const read = (title: string, doubted = ''): ReadWords => ({
  title,
  titleConfidences: [...title].map((letter) => (doubted.includes(letter) ? 0.9 : 0.9999)),
});

describe('titles of two seals', () => {
  it('differ where both are all but certain of another character', () => {
    expect(wordsDiffer(read('永泽市社区卫生中心'), read('永泽县社区卫生中心'))).toBe(true);
    expect(wordsDiffer(read('永泽市社区卫生中心', '市'), read('永泽县社区卫生中心'))).toBe(false);
    expect(wordsDiffer(read('永泽市社区卫生中心'), read('永泽县社区卫生中心', '县'))).toBe(false);
  });

  it('do not differ by what only one of them shows', () => {
    const whole = read('临江市瑞丰医药有限公司');
    for (const part of ['市瑞丰医药有限公司', '临江市瑞丰医', '临江市丰医药公司', '有限公司'])
      expect(wordsDiffer(whole, read(part))).toBe(false);
    expect(wordsDiffer(read('江市瑞丰医'), read('临海市瑞丰医药有限公司'))).toBe(true);
  });

  it('are not compared where hardly anything agrees', () => {
    expect(wordsDiffer(read('白石区大学'), read('大学白石'))).toBe(false);
    expect(wordsDiffer(read('收讫'), read('作废'))).toBe(false);
  });

  it('say nothing where nothing was read, or how surely was not kept', () => {
    expect(wordsDiffer(read('永泽市医院'), { title: null, titleConfidences: [] })).toBe(false);
    expect(wordsDiffer(read('永泽市医院'), { title: '永泽县医院' })).toBe(false);
  });

  it('never differ from what is left of them when characters are missed', () => {
    const title = fc.array(fc.constantFrom(...'甲乙丙丁戊己𠮷庚'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(title, fc.infiniteStream(fc.boolean()), (letters, drops) => {
        const whole = read(letters.join(''));
        const part = read(letters.filter(() => !drops.next().value).join(''));
        expect(wordsDiffer(whole, part)).toBe(false);
        expect(wordsDiffer(part, whole)).toBe(false);
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

  it('differ where both are read surely, in more than what one misreading makes', () => {
    expect(wordsDiffer(coded('4101020012345', 0.95), coded('4101020098765', 0.95))).toBe(true);
    expect(wordsDiffer(coded('4101020012345', 0.95), coded('4101020012346', 0.95))).toBe(false);
    expect(wordsDiffer(coded('4101020012345', 0.95), coded('4101020098765', 0.4))).toBe(false);
  });

  it('are compared with their like alone', () => {
    const tax = { title: null, taxNumber: '91350100M000100Y43', numberConfidence: 0.95 };
    expect(wordsDiffer(coded('4101020012345', 0.95), tax)).toBe(false);
    expect(wordsDiffer(tax, { ...tax, taxNumber: '350100123456789' })).toBe(false);
    expect(wordsDiffer(tax, { ...tax, taxNumber: '91350200M000100Y77' })).toBe(true);
    expect(wordsDiffer(coded(null, 0), coded('4101020012345', 0.95))).toBe(false);
    expect(wordsDiffer(coded('4101020012345'), coded('4101020098765'))).toBe(false);
  });
});
