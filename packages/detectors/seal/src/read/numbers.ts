import { type ReadCharacter, textOf } from './vote.ts';

/** What digits are read as in small or worn print. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  〇: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  '！': '1',
  '/': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  T: '7',
  B: '8',
  g: '9',
  q: '9',
};
/** 2-digit codes of provinces, GB/T 2260; 13-digit codes of seals begin with the division that registered them. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
/** A digit is held for read from this on, in a code that begins with no province and in one that does. */
const LEAST = { odd: 0.35, plausible: 0.2 } as const;

const CODE_LENGTH = 13;

function asDigit(character: ReadCharacter): ReadCharacter | null {
  if (/^\d$/.test(character.text)) return character;
  const alike = DIGITS[character.text];
  if (alike) return { ...character, text: alike, confidence: 0.9 * character.confidence };
  const other = character.alternatives.find(({ text }) => /^\d$/.test(text));
  return other ? { ...character, text: other.text, confidence: other.confidence } : null;
}

export const digitsOf = (characters: readonly ReadCharacter[]): ReadCharacter[] =>
  characters.flatMap((character) => asDigit(character) ?? []);

/** Whether a code begins with a province. */
export const isPlausibleCode = (code: string): boolean => PROVINCES.test(code);

/** The 13-digit code in what was read along the lower rim; null where there are not just 13 digits, or one is doubtful. */
export function codeIn(characters: readonly ReadCharacter[]): string | null {
  const digits = digitsOf(characters);
  // Specks at the ends are read as digits too: the likelier of the windows of 13.
  const windows = Array.from({ length: Math.max(0, digits.length - CODE_LENGTH + 1) }, (_, i) =>
    digits.slice(i, i + CODE_LENGTH),
  );
  if (windows.length === 0 || windows.length > 3) return null;
  const weakest = (window: readonly ReadCharacter[]) => Math.min(...window.map((digit) => digit.confidence));
  const best = windows.reduce((a, b) => (weakest(b) > weakest(a) ? b : a));
  const code = textOf(best);
  return weakest(best) >= (isPlausibleCode(code) ? LEAST.plausible : LEAST.odd) ? code : null;
}

/** Characters of a unified social credit code, GB 32100-2015 table A.1, in the order of their values. */
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015 section 4: weights are powers of 3 modulo 31. */
const WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);
/** Letters that a credit code has not, and what they are. */
const NOT_IN_CREDIT: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', Z: '2', V: 'Y' };

/** Whether the last character of an 18-character code is what the others ask for. */
export function creditCodeHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT.indexOf(code[i]), 0);
  return CREDIT[(31 - (sum % 31)) % 31] === code[17];
}

/** A taxpayer's number: 18 characters of a credit code, or the 15 or 20 of older ones; null where the line is none. */
export function taxNumberIn(characters: readonly ReadCharacter[]): string | null {
  const kept = characters.flatMap((character) => {
    const text = character.text.toUpperCase();
    return /^[0-9A-Z]$/.test(text) ? [{ ...character, text: NOT_IN_CREDIT[text] ?? text }] : [];
  });
  const strange = characters.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  if (strange > 0.2 * characters.length) return null;
  if (kept.length === 18) {
    // Characters 3 to 8 are the division's six digits.
    return checked(
      kept.map((character, i) => (i < 2 || i > 7 ? character : (asDigit(character) ?? character))),
    );
  }
  return kept.length === 15 || kept.length === 20 ? textOf(kept) : null;
}

/** With the doubtful character exchanged for its runner-up where only then the check character holds. */
function checked(characters: readonly ReadCharacter[]): string {
  const plain = textOf(characters);
  if (creditCodeHolds(plain)) return plain;
  const doubts = characters
    .flatMap(({ confidence, alternatives }, at) => alternatives.map((other) => ({ at, confidence, other })))
    .filter(({ confidence, other }) => confidence < 0.6 && other.confidence > 0.15)
    .sort((a, b) => b.other.confidence - a.other.confidence);
  for (const { at, other } of doubts) {
    const text = plain.slice(0, at) + other.text.toUpperCase() + plain.slice(at + 1);
    if (creditCodeHolds(text)) return text;
  }
  return plain;
}

/** Whether a line is a number too long for a date, whatever it is: a tax number that print or wear has made unreadable. */
export const isLikeTaxNumber = (characters: readonly ReadCharacter[]): boolean =>
  characters.filter(({ text }) => /^[0-9A-Z]$/.test(text)).length > 10;
