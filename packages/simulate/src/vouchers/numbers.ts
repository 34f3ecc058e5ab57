/**
 * Numbers that pass every check of form and belong to nobody. Identity numbers (GB 11643) and credit codes (GB 32100) name county 99
 * of a prefecture: GB/T 2260 never gave that county code out. Bank cards begin with an issuer number that no bank has.
 */
import type { Random } from '../random.ts';

/** Prefectures that were abolished long ago, whose first four digits are yet known (GB/T 2260 and its revisions). */
const FORMER = [
  '1321',
  '1322',
  '2122',
  '3224',
  '3323',
  '3421',
  '3623',
  '3722',
  '4124',
  '4221',
  '4324',
  '6123',
];
/** Prefectures that register companies. */
const SEATS = ['1301', '3301', '3502', '4201', '4401', '5101', '6101'];
const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const AREA_CODES = ['0311', '0351', '0531', '0571', '0591', '0731', '0771', '0851', '0871', '0931'];

const draw = (random: Random, count: number, from = '0123456789'): string =>
  Array.from({ length: count }, () => from[random.integer(0, from.length - 1)]).join('');

/** The check character of 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function identityCheck(stem: string): string {
  const sum = [...stem].reduce((total, digit, i) => total + Number(digit) * (2 ** (17 - i) % 11), 0);
  return '10X98765432'[sum % 11]!;
}

/** @param birth `YYYY-MM-DD` */
export function drawIdentityNumber(birth: string, sex: '男' | '女', random: Random): string {
  const parity = sex === '男' ? 1 : 0;
  const order = `${draw(random, 2)}${2 * random.integer(0, 4) + parity}`;
  const stem = `${random.pick(FORMER)}99${birth.replaceAll('-', '')}${order}`;
  return stem + identityCheck(stem);
}

/** The last character of a unified social credit code (GB 32100, annex A). */
export function creditCheck(stem: string): string {
  const sum = [...stem].reduce(
    (total, character, i) => total + CREDIT_ALPHABET.indexOf(character) * (3 ** i % 31),
    0,
  );
  return CREDIT_ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Of a company; its organisation code within is sound too (GB 11714). */
export function drawCreditCode(random: Random): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const body = `MA${draw(random, 6, CREDIT_ALPHABET.slice(0, 20))}`;
  const sum = weights.reduce((total, weight, i) => total + weight * Number.parseInt(body[i]!, 36), 0);
  const check = '0123456789X0'[11 - (sum % 11)]!;
  const stem = `91${random.pick(SEATS)}99${body}${check}`;
  return stem + creditCheck(stem);
}

/** The digit that follows (Luhn, ISO/IEC 7812-1). */
export function luhn(stem: string): string {
  let sum = 0;
  [...stem].reverse().forEach((digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return String((10 - (sum % 10)) % 10);
}

/** 19 digits in groups of four. */
export function drawBankCard(random: Random): string {
  const stem = `629900${draw(random, 12)}`;
  return `${stem}${luhn(stem)}`.replace(/(\d{4})(?=\d)/g, '$1 ');
}

export const drawPhone = (random: Random): string => `${random.pick(AREA_CODES)}-1${draw(random, 6)}`;

/** Number of a fully digital invoice: year, region, channel 0 (which none has), serial. */
export const drawInvoiceNumber = (year: number, random: Random): string =>
  `${year % 100}${random.pick(SEATS).slice(0, 2)}0${draw(random, 15)}`;
