import { type Day, exists, toDay } from './calendar.ts';
import { digitSequence, smallNumber } from './numerals.ts';

export interface DateMention {
  /** Offsets in the text, in UTF-16 units; end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly month: number;
  /** Null where the writing stops at the month. */
  readonly day: number | null;
  /** Null where there is no such day, or where only a month is given. */
  readonly iso: Day | null;
  /** Whether the calendar has such a day (or month). */
  readonly real: boolean;
  /** The other reading of `03/04/2024`, where day and month could be either. */
  readonly other: Day | null;
}

const C = '[〇零○一二三四五六七八九壹贰貳弍叁參叄参肆伍陆陸柒捌玖]';
const S = '[〇零一二三四五六七八九十廿卅壹贰貳弍叁參叄肆伍陆陸柒捌玖拾]{1,4}';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const M = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

interface Writing {
  readonly pattern: RegExp;
  /** Year, month, day of a match; day null for a month alone; null where it is no date after all. */
  readonly read: (match: RegExpExecArray) => readonly [number, number, number | null] | null;
  /** Day and month may stand in either order. */
  readonly eitherOrder?: boolean;
}

const numbers = (match: RegExpExecArray) =>
  [Number(match[1]), Number(match[2]), match[3] === undefined ? null : Number(match[3])] as const;
const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** Writings of GB/T 7408 (ISO 8601), GB/T 15835 and everyday use, the more telling ones first. */
const WRITINGS: readonly Writing[] = [
  { pattern: /(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})(?:\s?[日号])?)?/g, read: numbers },
  {
    pattern: new RegExp(`(${C}{4})\\s?年\\s?(${S})\\s?月(?:\\s?(${S})\\s?[日号])?`, 'g'),
    read: (match) => {
      const [year, month] = [digitSequence(match[1]!), smallNumber(match[2]!)];
      const day = match[3] === undefined ? undefined : smallNumber(match[3]);
      return year === null || month === null || day === null ? null : [year, month, day ?? null];
    },
  },
  {
    pattern: /(?<![\d.])((?:19|20)\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?:(?!\d)|(?=\d\d:\d\d))/g,
    read: (m) => [Number(m[1]), Number(m[3]), Number(m[4])],
  },
  { pattern: /(?<![\d,.])((?:19|20)\d\d)([01]\d)([0-3]\d)(?!\d)/g, read: numbers },
  {
    pattern: /(?<![\d./-])(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)?\d\d)(?![\d/-])/g,
    read: (m) => [fullYear(m[4]!), Number(m[3]), Number(m[1])],
    eitherOrder: true,
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})[\\s./-]*${M}[\\s.,/-]*((?:19|20)\\d\\d|\\d\\d)(?:(?!\\d)|(?=\\d\\d:\\d\\d))`,
      'gi',
    ),
    read: (m) => [fullYear(m[3]!), MONTHS.indexOf(m[2]!.toLowerCase()) + 1, Number(m[1])],
  },
  {
    pattern: new RegExp(`${M}[\\s.]*(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+((?:19|20)\\d\\d)(?!\\d)`, 'gi'),
    read: (m) => [Number(m[3]), MONTHS.indexOf(m[1]!.toLowerCase()) + 1, Number(m[2])],
  },
];

function mention(writing: Writing, match: RegExpExecArray): DateMention | null {
  const read = writing.read(match);
  if (!read) return null;
  let [year, month, day] = read;
  if (writing.eitherOrder && day !== null && !exists(year, month, day) && exists(year, day, month))
    [month, day] = [day, month];
  const real = day === null ? month >= 1 && month <= 12 : exists(year, month, day);
  // 33.33.33 is a number of clauses, not a date that cannot be.
  if (writing.eitherOrder && !real) return null;
  const other =
    writing.eitherOrder && real && day !== month && exists(year, day!, month)
      ? toDay(year, day!, month)
      : null;
  const iso = real && day !== null ? toDay(year, month, day) : null;
  return { start: match.index, end: match.index + match[0].length, year, month, day, iso, real, other };
}

/** Every date in a text, from the left, without overlaps. */
export function findDates(text: string): DateMention[] {
  const found: DateMention[] = [];
  for (const writing of WRITINGS)
    for (const match of text.matchAll(writing.pattern)) {
      const date = mention(writing, match);
      if (date && !found.some((other) => date.start < other.end && other.start < date.end)) found.push(date);
    }
  return found.sort((a, b) => a.start - b.start);
}
