import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divisionOf } from '../../src/rules/identity-number/divisions.ts';
import { checkCharacter, readIdentityNumber } from '../../src/rules/identity-number/index.ts';

const kinds = (text: string, today?: string) =>
  readIdentityNumber(text, today)?.problems.map(({ kind }) => kind);

/** Numbers that keep every rule. */
const sound = fc
  .tuple(
    fc.constantFrom('110105', '440305', '512201', '330226', '810000', '422101'),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2024-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([division, birth, sequence]) => {
    const stem = `${division}${birth.toISOString().slice(0, 10).replace(/-/g, '')}${String(sequence).padStart(3, '0')}`;
    return stem + checkCharacter(stem);
  });

describe('identity numbers (GB 11643)', () => {
  it("agree with the standard's own examples", () => {
    expect(kinds('11010519491231002X')).toEqual([]);
    expect(kinds('440524188001010014')).toEqual([]);
    expect(readIdentityNumber('11010519491231002x')).toMatchObject({ birth: '1949-12-31', sex: 'female' });
  });

  it('pass when sound, and fail by one digit anywhere', () => {
    fc.assert(
      fc.property(
        sound,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, step) => {
          expect(kinds(number)).toEqual([]);
          const changed = number.slice(0, at) + ((Number(number[at]) + step) % 10) + number.slice(at + 1);
          expect(kinds(changed)).toContain('checksum');
        },
      ),
    );
  });

  it('fail when two neighbouring digits change places', () => {
    fc.assert(
      fc.property(sound, fc.integer({ min: 0, max: 15 }), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(kinds(swapped)).toContain('checksum');
      }),
    );
  });

  it('name births that cannot be and divisions that never were', () => {
    const sealed = (stem: string) => stem + checkCharacter(stem);
    expect(kinds(sealed('11010519900230123'))).toEqual(['birth-date']);
    expect(kinds(sealed('11010520300101123'), '2026-01-01')).toEqual(['birth-date']);
    expect(kinds(sealed('99010519900228123'))).toEqual(['division']);
    expect(kinds(sealed('11770519900228123'))).toEqual(['division']);
    expect(readIdentityNumber('1101051990022812')).toBeNull();
  });

  it('keep divisions that are no more, and cards of foreigners', () => {
    expect(divisionOf('5102')).toEqual({ province: '四川省', prefecture: '重庆市', abolished: true });
    expect(divisionOf('4221')).toMatchObject({ prefecture: '黄冈地区', abolished: true });
    expect(divisionOf('4403')).toMatchObject({ prefecture: '深圳市', abolished: false });
    expect(divisionOf('1155')).toBeNull();
    const foreigner = '93115619880317001';
    expect(kinds(foreigner + checkCharacter(foreigner))).toEqual([]);
  });
});
