/** Bank card numbers. ISO/IEC 7812-1 (annex B: Luhn check digit), lengths by issuer; JR/T 0008 for UnionPay's 62. */
import type { Problem } from '../problem.ts';
import { type Issuer, issuerOf } from './issuers.ts';

export type BankCardProblem = 'checksum' | 'length';

export interface BankCard {
  readonly number: string;
  readonly issuer: Issuer | null;
  readonly problems: readonly Problem<BankCardProblem>[];
}

/** The check digit that follows these digits (Luhn's formula). */
export function luhnDigit(digits: string): string {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    sum += i % 2 === 0 ? Math.floor((digit * 2) / 10) + ((digit * 2) % 10) : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Lengths that ISO/IEC 7812 networks issue, where the bank itself is not known. */
function networkLengths(number: string): readonly number[] | null {
  if (number.startsWith('62')) return [16, 17, 18, 19];
  if (number.startsWith('34') || number.startsWith('37')) return [15];
  // Chinese banks issued debit cards of up to 19 digits under Visa's and Mastercard's numbers.
  if (/^[45]/.test(number)) return [16, 17, 18, 19];
  return null;
}

/** Reads 12–19 digits; null where they are not. A number that no known range begins has no problems: it may be an account. */
export function readBankCard(text: string): BankCard | null {
  if (!/^\d{12,19}$/.test(text)) return null;
  const issuer = issuerOf(text);
  const lengths = issuer?.lengths ?? networkLengths(text);
  const problems: Problem<BankCardProblem>[] = [];
  if (lengths && !lengths.includes(text.length))
    problems.push({ kind: 'length', start: 0, end: text.length });
  else if (lengths && luhnDigit(text.slice(0, -1)) !== text.at(-1))
    problems.push({ kind: 'checksum', start: 0, end: text.length });
  return { number: text, issuer, problems };
}
