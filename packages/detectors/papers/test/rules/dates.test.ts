import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, weekdayOf } from '../../src/rules/dates/calendar.ts';
import { findDates } from '../../src/rules/dates/find.ts';
import { findWeekdays } from '../../src/rules/dates/weekday.ts';
import { dayKind } from '../../src/rules/holidays/index.ts';
import { checkAge } from '../../src/rules/people/age.ts';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const small = (value: number) => {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${value % 10 === 0 ? '' : digits[value % 10]}`;
};
const chinese = (iso: string) => {
  const [year, month, date] = iso.split('-') as [string, string, string];
  const digits = [...year].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
  return `${digits}年${small(Number(month))}月${small(Number(date))}日`;
};

describe('dates', () => {
  it('are found in every writing', () => {
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split('-') as [string, string, string];
        const writings = [
          iso,
          iso.replace(/-/g, '/'),
          iso.replace(/-/g, '.'),
          iso.replace(/-/g, ''),
          `${year}年${Number(month)}月${Number(date)}日`,
          `${year} 年 ${month} 月 ${date} 日`,
          chinese(iso),
        ];
        for (const writing of writings)
          expect(findDates(`于${writing}办理`).map((found) => found.iso)).toEqual([iso]);
      }),
    );
  });

  it.each([
    ['贰零贰肆年零壹拾月贰拾伍日', '2024-10-25'],
    ['二〇二四年廿五日', undefined],
    ['5 Mar 2024', '2024-03-05'],
    ['March 5th, 2024', '2024-03-05'],
    ['25/12/2018 3:04:05 PM', '2018-12-25'],
    ['12-25-2018', '2018-12-25'],
    ['2025-02-1717:11:09', '2025-02-17'],
    ['编号120240305123', undefined],
    ['版本 2.10.3', undefined],
  ])('%s', (text, iso) => expect(findDates(text)[0]?.iso ?? undefined).toBe(iso));

  it('that cannot be are told from those that can', () => {
    expect(findDates('2024年2月29日')[0]).toMatchObject({ real: true });
    expect(findDates('2023年2月29日')[0]).toMatchObject({ real: false, iso: null });
    expect(findDates('二〇二三年十三月一日')[0]).toMatchObject({ real: false });
    expect(findDates('2024年5月')[0]).toMatchObject({ real: true, day: null, iso: null });
    expect(findDates('03/04/2024')[0]).toMatchObject({ iso: '2024-04-03', other: '2024-03-04' });
  });

  it('go with their weekdays alone', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (iso, weekday) => {
        const [found] = findWeekdays(`${chinese(iso)}（星期${'日一二三四五六'[weekday]}）`);
        expect(found).toMatchObject({ stated: weekday, actual: weekdayOf(iso) });
      }),
    );
    expect(findWeekdays('2024-03-05 Tuesday 开会')[0]).toMatchObject({ stated: 2, actual: 2 });
    expect(findWeekdays('2024-03-05 周二')).toHaveLength(1);
    expect(findWeekdays('2024-03-05，另于周二')).toHaveLength(0);
  });

  it('count weekdays as the calendar does', () =>
    fc.assert(
      fc.property(day, (iso) => {
        expect(weekdayOf(iso)).toBe(new Date(`${iso}T00:00:00Z`).getUTCDay());
      }),
    ));
});

describe("public holidays (State Council's notices)", () => {
  it.each([
    ['2015-09-03', 'holiday'],
    ['2020-01-31', 'holiday'],
    ['2020-02-01', 'holiday'],
    ['2023-09-29', 'holiday'],
    ['2024-02-18', 'adjusted-workday'],
    ['2025-10-08', 'holiday'],
    ['2025-10-11', 'adjusted-workday'],
    ['2026-02-14', 'adjusted-workday'],
    ['2026-02-23', 'holiday'],
    ['2026-03-01', 'weekend'],
    ['2026-03-02', 'workday'],
  ])('%s is a %s', (iso, kind) => expect(dayKind(iso)?.kind).toBe(kind));

  it('are not guessed outside the table', () => expect(dayKind('2014-10-01')).toBeNull());

  it('adjust weekends alone', () => {
    let adjusted = 0;
    for (let iso = '2015-01-01'; iso <= '2026-12-31'; iso = addDays(iso, 1))
      if (dayKind(iso)?.kind === 'adjusted-workday') {
        adjusted++;
        expect([0, 6]).toContain(weekdayOf(iso));
      }
    expect(adjusted).toBeGreaterThan(60);
  });
});

describe('ages', () => {
  it('are full years, or one or two more in Chinese counting', () => {
    expect(ageOn('2000-02-29', '2024-02-28')).toBe(23);
    expect(ageOn('2000-02-29', '2024-03-01')).toBe(24);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: -10, max: 10 }),
        (birth, later, off) => {
          const on = addDays(birth, later);
          const { actual } = checkAge(0, birth, on);
          expect(checkAge(actual + off, birth, on).matches).toBe(off >= 0 && off <= 2);
          expect(checkAge(actual + off, birth, on, 5).matches).toBe(off >= -5 && off <= 2);
        },
      ),
    );
  });
});
