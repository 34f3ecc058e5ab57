/** Numbers of persons in messages: enough to know them again, and the places that differ. */
import { differences } from './agree.ts';
import { type PersonSubject, plainValue } from './compare.ts';

/** Characters shown at the head and at the tail; names stay whole, for a hidden name says nothing. */
const SHOWN: Readonly<Record<Exclude<PersonSubject, 'name'>, readonly [number, number]>> = {
  'identity-number': [4, 4],
  phone: [3, 4],
  'bank-card': [4, 4],
};

/** Hidden places that differ of which so many are shown at most. */
const MOST_SHOWN = 3;

function masked(text: string, [head, tail]: readonly [number, number], shown: ReadonlySet<number>): string {
  const characters = [...text];
  // Of a short number no more than half is shown.
  const [first, last] =
    head + tail > characters.length / 2 + 4 ? [0, Math.min(tail, characters.length >> 1)] : [head, tail];
  return characters
    .map((character, i) => (i < first || i >= characters.length - last || shown.has(i) ? character : '*'))
    .join('');
}

/** `3301**********1234`, `138****1234`, `6222***********1234`. */
export const maskValue = (subject: PersonSubject, text: string): string =>
  subject === 'name' ? text : masked(plainValue(subject, text), SHOWN[subject], new Set());

export interface MaskedPair {
  readonly stated: string;
  readonly expected: string;
}

/** Two values that differ: where the masks would hide how, some of the places that differ are shown. */
export function maskedPair(subject: PersonSubject, stated: string, expected: string): MaskedPair {
  if (subject === 'name') return { stated, expected };
  const [a, b] = [plainValue(subject, stated), plainValue(subject, expected)];
  const plain = { stated: maskValue(subject, a), expected: maskValue(subject, b) };
  if (plain.stated !== plain.expected) return plain;
  const shown = new Set((differences(a, b) ?? []).slice(0, MOST_SHOWN));
  return { stated: masked(a, SHOWN[subject], shown), expected: masked(b, SHOWN[subject], shown) };
}
