/** Numbers of persons in one writing, and which of them can be held against each other. */
import { agree } from './agree.ts';

const FIGURES = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[＊×•●]/g, '*')
    .replace(/X{2,}/g, (run) => '*'.repeat(run.length));

/** Check character of GB 11643—1999, 5.2: ISO 7064 MOD 11-2 over 17 digits. */
function checkCharacter(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11]!;
}

/** 18 characters; the 15 of the first generation (GB 11643—1989) with their century and check character put in. */
export function plainIdentityNumber(text: string): string {
  const number = FIGURES(text).replace(/[\s-]/g, '');
  if (!/^\d{15}$/.test(number)) return number;
  const stem = `${number.slice(0, 6)}19${number.slice(6)}`;
  return stem + checkCharacter(stem);
}

/** Digits and stars; without +86, brackets, hyphens and what dials an extension. */
export const plainPhone = (text: string): string =>
  FIGURES(text)
    .replace(/(?:转|EXT\.?|(?<=\d)X)\s*\d+$/u, '')
    .replace(/[\s()—–-]/g, '')
    .replace(/^(?:\+|00)86|^86(?=1[\d*]{10}$)/, '');

/** Digits and stars; `尾号1234` hides all before. */
export const plainBankCard = (text: string): string => {
  const number = FIGURES(text).replace(/[\s-]/g, '');
  const tail = /^(?:尾号|末四位)(?:为|:)?(\d{3,6})$/u.exec(number);
  return tail ? `*${tail[1]}` : number;
};

const masked = (text: string) => text.includes('*');
const long = (text: string, least: number, most: number) =>
  text.length <= most && (masked(text) || text.length >= least);

/** `citizen`: a citizen's number or permanent residence card of 18; `other`: passport, permit; null: cut short or misread. */
export function identityClass(number: string): 'citizen' | 'other' | null {
  if (/^[\d*]+[\dX*]$/.test(number)) return long(number, 18, 18) ? 'citizen' : null;
  return /^[A-Z]{1,2}[\d*]{6,10}$/.test(number) ? 'other' : null;
}

/** A mobile number and the line of an office do not contradict each other. */
export function phoneClass(number: string): 'mobile' | 'line' | null {
  if (!/^[\d*]+$/.test(number)) return null;
  if (/^1[3-9*]/.test(number)) return long(number, 11, 11) ? 'mobile' : null;
  if (number.startsWith('*')) return number.length >= 10 ? 'mobile' : null;
  return /^0[1-9*]/.test(number) && long(number, 10, 12) ? 'line' : null;
}

/** Account numbers of other lengths are no cards'. */
export const cardClass = (number: string): 'card' | null =>
  /^[\d*]+$/.test(number) && long(number, 15, 19) ? 'card' : null;

export const sameNumber = agree;
