/**
 * Citizen identification number. GB 11643—1999 (5.2 check character by ISO 7064 MOD 11-2), division codes of GB/T 2260.
 * Numbers that begin with 9 are permanent residence cards of foreigners (2017 form: 9, province, country of ISO 3166-1, birth date).
 */
import { type Day, exists, toDay } from '../dates/calendar.ts';
import type { Problem } from '../problem.ts';
import { type Division, divisionOf, provinceOf } from './divisions.ts';

export type IdentityProblem = 'checksum' | 'birth-date' | 'division';

export interface IdentityNumber {
  /** 18 characters, X in upper case. */
  readonly number: string;
  readonly division: Division | null;
  /** Null where the digits name no day. */
  readonly birth: Day | null;
  readonly sex: 'male' | 'female';
  readonly problems: readonly Problem<IdentityProblem>[];
}

/** The check character of the first 17 digits. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(digits[i]) * (2 ** (17 - i) % 11);
  return '10X98765432'[sum % 11]!;
}

/** Reads 18 characters; null where they are not of the form (17 digits and a digit or X). `today` bounds the birth date. */
export function readIdentityNumber(text: string, today?: Day): IdentityNumber | null {
  const number = text.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return null;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(
    Number,
  ) as [number, number, number];
  const birth = exists(year, month, day) ? toDay(year, month, day) : null;
  const foreign = number[0] === '9' && provinceOf(number.slice(1)) !== null;
  const division = foreign
    ? { province: provinceOf(number.slice(1))!, prefecture: null, abolished: false }
    : divisionOf(number);
  const problems: Problem<IdentityProblem>[] = [];
  if (!division) problems.push({ kind: 'division', start: 0, end: 6 });
  if (!birth || year < 1880 || (today !== undefined && birth > today))
    problems.push({ kind: 'birth-date', start: 6, end: 14 });
  if (checkCharacter(number) !== number[17]) problems.push({ kind: 'checksum', start: 0, end: 18 });
  return { number, division, birth, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', problems };
}
