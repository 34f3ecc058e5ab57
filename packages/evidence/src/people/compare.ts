/** One thing that is known of a person, from two places. */
import { hanName, plainName, sameName, scriptOf } from './names.ts';
import {
  cardClass,
  identityClass,
  phoneClass,
  plainBankCard,
  plainIdentityNumber,
  plainPhone,
  sameNumber,
} from './numbers.ts';

export type PersonSubject = 'name' | 'identity-number' | 'phone' | 'bank-card';

/**
 * `same`: nothing that is visible differs. `near`: a character lost, gained or read otherwise, or two that changed places, would
 * explain it. `other`: they differ by more. `incomparable`: of two kinds that do not contradict each other (a name in Chinese and
 * one in Latin letters, a mobile number and an office's line, a passport and an identity card), or not whole.
 */
export type Comparison = 'same' | 'near' | 'other' | 'incomparable';

interface Rules {
  readonly plain: (text: string) => string;
  /** What a value must have in common with another to contradict it; null for what contradicts nothing. */
  readonly kind: (plain: string) => string | null;
  readonly same: (a: string, b: string) => boolean;
}

const rules: Readonly<Record<PersonSubject, Rules>> = {
  name: {
    plain: (text) => (scriptOf(text) === 'latin' ? text.trim().replace(/\s+/g, ' ') : hanName(text)),
    kind: scriptOf,
    same: sameName,
  },
  'identity-number': { plain: plainIdentityNumber, kind: identityClass, same: sameNumber },
  phone: { plain: plainPhone, kind: phoneClass, same: sameNumber },
  'bank-card': { plain: plainBankCard, kind: cardClass, same: sameNumber },
};

/** A value in the writing in which it is compared. */
export const plainValue = (subject: PersonSubject, text: string): string => rules[subject].plain(text);

/** A hidden run made as long as the other text needs it, so that places can be held against each other. */
function stretched(text: string, length: number): string {
  const runs = text.match(/\*+/g) ?? [];
  const missing = length - text.length;
  return runs.length === 1 && missing > 0 ? text.replace(/\*/, '*'.repeat(missing + 1)) : text;
}

const fits = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((character, i) => character === b[i] || character === '*' || b[i] === '*');

/** Whether taking one character out of the longer text, or swapping or replacing one, gives the other, as far as they are visible. */
function oneSlip(a: string, b: string): boolean {
  const [left, right] = [[...stretched(a, b.length)], [...stretched(b, a.length)]];
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  return long.some((_, i) => {
    if (long.length === short.length + 1) return fits(long.toSpliced(i, 1), short);
    if (fits(long.toSpliced(i, 1), short.toSpliced(i, 1))) return true;
    return i + 1 < long.length && fits(long.toSpliced(i, 2, long[i + 1]!, long[i]!), short);
  });
}

/** @param a,b in any writing */
export function compareValues(subject: PersonSubject, a: string, b: string): Comparison {
  const { plain, kind, same } = rules[subject];
  const [left, right] = [plain(a), plain(b)];
  const [ofLeft, ofRight] = [kind(left), kind(right)];
  if (left === right && left !== '') return 'same';
  if (ofLeft === null || ofLeft !== ofRight) return 'incomparable';
  if (same(left, right)) return 'same';
  const [x, y] =
    subject === 'name' ? [plainName(left).toLowerCase(), plainName(right).toLowerCase()] : [left, right];
  return oneSlip(x, y) ? 'near' : 'other';
}
