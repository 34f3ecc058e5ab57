import { weekdayOf } from './calendar.ts';
import { type DateMention, findDates } from './find.ts';

const NAMES: Readonly<Record<string, number>> = {
  日: 0,
  天: 0,
  一: 1,
  // What readers make of 一 now and then.
  '-': 1,
  '—': 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  sun: 0,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
};
/** A weekday that speaks of the date right before it. */
const AFTER =
  /^[\s,，、(（[]{0,3}(?:(?:星期|周|礼拜)([日天一二三四五六—-])|(sun|mon|tue|wed|thu|fri|sat)(?:s|nes|rs|ur)?(?:day)?\b)/i;

export interface WeekdayMention {
  readonly date: DateMention;
  /** As written; 0 = Sunday. */
  readonly stated: number;
  /** By the calendar. */
  readonly actual: number;
  /** Offset right after the weekday. */
  readonly end: number;
}

/** Dates that are followed by a weekday, with the one that the calendar gives. Dates of two readings are left out. */
export function findWeekdays(text: string): WeekdayMention[] {
  return findDates(text).flatMap((date) => {
    const match = AFTER.exec(text.slice(date.end));
    const stated = match && NAMES[(match[1] ?? match[2]!).toLowerCase()];
    if (stated === undefined || stated === null || !date.iso || date.other) return [];
    return [{ date, stated, actual: weekdayOf(date.iso), end: date.end + match![0].length }];
  });
}
