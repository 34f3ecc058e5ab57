/**
 * Unified social credit code of legal persons. GB 32100—2015: alphabet and check character (annex A, MOD 31), organisation code of
 * GB 11714—1997 within (its check character MOD 11), division code of GB/T 2260.
 */
import { divisionOf } from '../identity-number/divisions.ts';
import type { Problem } from '../problem.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Registering authorities: table 1 of the standard and its later additions by the National Credit Code centre. */
const AUTHORITIES = '123456789AFGNY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export type CreditCodeProblem = 'checksum' | 'organisation' | 'division' | 'authority';

export function creditCheckCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += ALPHABET.indexOf(code[i]!) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Check character of the eight characters of an organisation code. */
export function organisationCheckCharacter(body: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (total, weight, i) => total + weight * Number.parseInt(body[i]!, 36),
    0,
  );
  return '0123456789X0'[11 - (sum % 11)]!;
}

export interface CreditCode {
  readonly code: string;
  readonly problems: readonly Problem<CreditCodeProblem>[];
}

/** Reads 18 characters; null where they are not of the standard's alphabet and form. */
export function readCreditCode(text: string): CreditCode | null {
  const code = text.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return null;
  const problems: Problem<CreditCodeProblem>[] = [];
  if (!AUTHORITIES.includes(code[0]!)) problems.push({ kind: 'authority', start: 0, end: 1 });
  // 10 is the state level: bodies registered with ministries.
  if (!code.startsWith('10', 2) && !divisionOf(code.slice(2)))
    problems.push({ kind: 'division', start: 2, end: 8 });
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16])
    problems.push({ kind: 'organisation', start: 8, end: 17 });
  if (creditCheckCharacter(code) !== code[17]) problems.push({ kind: 'checksum', start: 0, end: 18 });
  return { code, problems };
}
