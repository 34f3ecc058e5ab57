import { type Day, weekdayOf } from '../dates/calendar.ts';
import table from './holidays.json' with { type: 'json' };

interface Year {
  readonly notices: readonly string[];
  readonly holidays: readonly { readonly name: string; readonly first: Day; readonly last: Day }[];
  readonly workdays: readonly Day[];
}
const years: Readonly<Record<string, Year>> = table.years;

export type DayKind =
  | { readonly kind: 'workday' | 'weekend' }
  /** A Saturday or Sunday on which all work, to make up for a holiday. */
  | { readonly kind: 'adjusted-workday'; readonly notice: string }
  | { readonly kind: 'holiday'; readonly name: string; readonly notice: string };

/** What a day was by the State Council's notices (2015–2026); null for years outside the table. */
export function dayKind(day: Day): DayKind | null {
  const year = years[day.slice(0, 4)];
  if (!year) return null;
  const notice = year.notices.join('、');
  const holiday = year.holidays.find(({ first, last }) => first <= day && day <= last);
  if (holiday) return { kind: 'holiday', name: holiday.name, notice };
  if (year.workdays.includes(day)) return { kind: 'adjusted-workday', notice };
  return { kind: [0, 6].includes(weekdayOf(day)) ? 'weekend' : 'workday' };
}
