import type { Finding } from '@jianzhen/evidence';
import { stretch } from '../fields/stream.ts';
import type { Field } from '../fields/types.ts';
import { among } from '../reading/alphabets.ts';
import { misreading, paperIsWrong } from '../reading/trust.ts';
import { addDays, weekdayOf } from '../rules/dates/calendar.ts';
import { findDates } from '../rules/dates/find.ts';
import { findWeekdays } from '../rules/dates/weekday.ts';
import { dayKind } from '../rules/holidays/index.ts';
import type { RecognisedCharacter } from '../text.ts';
import { called, finding } from './finding.ts';
import type { Check, Reading } from './types.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const WEEKDAYS_EN = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The page's lines with blanks at gaps, and a way from offsets back to characters. */
const lines = ({ stream }: Reading) =>
  stream.lines.map(({ start, end }) => {
    const { text, indices } = stretch(stream, [[start, end]]);
    const characters = (from: number, to: number) =>
      [...new Set(indices.slice(from, to))].map((i) => stream.characters[i]!);
    return { text, characters };
  });

/** Days that the calendar has not. Writings without separators may be numbers, not dates. */
export const impossibleDates: Check = (reading, { model }) =>
  lines(reading).flatMap(({ text, characters }) =>
    findDates(text).flatMap((date): Finding[] => {
      const words = text.slice(date.start, date.end);
      if (date.real || !/[年/-]/.test(words)) return [];
      const own = characters(date.start, date.end);
      const misread = misreading([own], ([changed]) => findDates(changed!)[0]?.real === true, model);
      return finding('papers.date-impossible', {
        probability: paperIsWrong(misread, model),
        characters: own,
        values: { text: words, rule: 'ISO 8601' },
      });
    }),
  );

/** Of the weekdays only 一 is ever read as a dash, however unsure the reader is of it. */
const SURE_DASH = 0.95;
/** Characters with the weekday's own judged among the seven. */
const withWeekday = (characters: readonly RecognisedCharacter[]): readonly RecognisedCharacter[] =>
  characters.map((character, i) => {
    if (!/[期周拜]/.test(characters[i - 1]?.text ?? '')) return character;
    if (!/[-—]/.test(character.text)) return among(character, '日天一二三四五六');
    return { ...character, text: '一', confidence: Math.max(character.confidence, SURE_DASH) };
  });

export const weekdays: Check = (reading, { model }) =>
  lines(reading).flatMap(({ text, characters }) =>
    findWeekdays(text).flatMap(({ date, stated, actual, end }): Finding[] => {
      if (stated === actual) return [];
      const own = withWeekday(characters(date.start, end));
      const agrees = ([changed]: readonly string[]) =>
        findWeekdays(changed!).some((other) => other.stated === other.actual);
      return finding('papers.weekday-mismatch', {
        probability: paperIsWrong(misreading([own], agrees, model), model),
        characters: own,
        values: {
          text: text.slice(date.start, end),
          date: date.iso!,
          actual: WEEKDAYS[actual]!,
          actualEn: WEEKDAYS_EN[actual]!,
        },
      });
    }),
  );

/** Every day that a writing may mean, of a field that is a real date. */
function days(text: string): readonly string[] {
  const [date] = findDates(text);
  if (!date?.real) return [];
  if (date.iso === null) return [`${date.year}-${String(date.month).padStart(2, '0')}`];
  return date.other === null ? [date.iso] : [date.iso, date.other];
}
const plain = (field: Field) => field.characters.map(({ text }) => text).join('');

/** Whether some reading of the first is no later than some reading of the second, to the precision of the coarser one. */
function inOrder(earlier: string, later: string): boolean {
  const [before, after] = [days(earlier), days(later)];
  if (before.length === 0 || after.length === 0) return true;
  return before.some((a) =>
    after.some((b) => {
      const precision = Math.min(a.length, b.length);
      return a.slice(0, precision) <= b.slice(0, precision);
    }),
  );
}

export const datesInOrder: Check = ({ fields, checks }, { model }) =>
  checks.flatMap((check): Finding[] => {
    if (check.rule !== 'dates-in-order') return [];
    const earlier = fields.find(({ name }) => name === check.earlier);
    const later = fields.find(({ name }) => name === check.later);
    if (!earlier || !later || inOrder(plain(earlier), plain(later))) return [];
    const misread = misreading(
      [earlier.characters, later.characters],
      ([a, b]) => days(a!).length > 0 && days(b!).length > 0 && inOrder(a!, b!),
      model,
    );
    return finding('papers.dates-backwards', {
      probability: paperIsWrong(misread, model),
      characters: [...earlier.characters, ...later.characters],
      values: {
        ...called(earlier, 'earlierLabel'),
        earlier: earlier.value,
        ...called(later, 'laterLabel'),
        later: later.value,
      },
    });
  });

/** Days of the past that had not come when the paper was handed in; a day is left for time zones. */
export const futureDates: Check = ({ fields, specs }, { receivedAt, model }) =>
  fields.flatMap((field): Finding[] => {
    const past = specs.some(({ name, past }) => name === field.name && past === true);
    if (!past || receivedAt === undefined || field.type !== 'date') return [];
    const last = addDays(receivedAt, 1);
    const possible = ([text]: readonly string[]) =>
      days(text!).some((day) => day <= last.slice(0, day.length));
    if (days(plain(field)).length === 0 || possible([plain(field)])) return [];
    return finding('papers.date-future', {
      probability: paperIsWrong(misreading([field.characters], possible, model), model),
      characters: field.characters,
      values: { ...called(field), date: field.value, received: receivedAt },
    });
  });

/** Offices that signed on a public holiday: no contradiction, a thing to know. */
export const holidays: Check = ({ fields, specs }) =>
  fields.flatMap((field): Finding[] => {
    const office = specs.some(({ name, office }) => name === field.name && office === true);
    const kind = office && /^\d{4}-\d\d-\d\d$/.test(field.value) ? dayKind(field.value) : null;
    if (kind?.kind !== 'holiday') return [];
    return finding('papers.public-holiday', {
      probability: readDay(field),
      characters: field.characters,
      values: {
        ...called(field),
        date: field.value,
        holiday: kind.name,
        notice: kind.notice,
        weekday: weekdayOf(field.value),
      },
    });
  });

const readDay = (field: Field): number =>
  field.characters.reduce((product, { confidence }) => product * confidence, 1);
