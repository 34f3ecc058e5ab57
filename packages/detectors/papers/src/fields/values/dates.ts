import { findDates } from '../../rules/dates/find.ts';
import type { Parser } from './parsed.ts';

/**
 * A date that begins within a few characters. A day that is none in the calendar keeps its writing with `!` before it, so that the
 * check can say so: `!2024-02-30`.
 */
export const date: Parser = (text) => {
  const [first] = findDates(text);
  if (!first || first.start > 6) return null;
  const month = `${first.year}-${String(first.month).padStart(2, '0')}`;
  const written = first.day === null ? month : `${month}-${String(first.day).padStart(2, '0')}`;
  return { start: first.start, end: first.end, value: first.iso ?? (first.real ? written : `!${written}`) };
};
