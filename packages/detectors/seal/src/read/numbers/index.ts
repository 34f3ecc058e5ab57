import { likeliestNumber, probabilityOf, type ReadNumber } from './decode.ts';
import { CHARACTERS, type NumberSteps } from './network.ts';

const DIGITS = '0123456789';
/** 2-digit codes of provinces, GB/T 2260; 13-digit codes of seals begin with the division that registered them. */
const PROVINCES = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/;
const CODE_LENGTH = 13;
/** A number is held for read from this probability on: a code that begins with no province, one that does, and a tax number. */
const LEAST = { odd: 0.25, plausible: 0.15, tax: 0.2 } as const;
/** GB 32100-2015 section 4: weights are powers of 3 modulo 31. */
const WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);
/** A number whose check character holds is preferred to a likelier one from this share of its probability on. */
const CHECKED = 0.03;

/** Whether a code begins with a province. */
const isPlausibleCode = (code: string): boolean => PROVINCES.test(code);

/** A number, and the probability that the strip says just this. */
export type ToldNumber = Pick<ReadNumber, 'text' | 'probability'>;

/** The 13-digit code along the lower rim; null where none is told. */
export function codeIn(logs: NumberSteps): ToldNumber | null {
  const read = likeliestNumber(logs, CODE_LENGTH, () => DIGITS);
  if (!read) return null;
  return read.probability >= (isPlausibleCode(read.text) ? LEAST.plausible : LEAST.odd) ? read : null;
}

/** Whether the last character of an 18-character code is what the others ask for. */
export function creditCodeHolds(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(code[i]), 0);
  return CHARACTERS[(31 - (sum % 31)) % 31] === code[17];
}

/** A taxpayer's number: 18 characters of a credit code, or the 15 or 20 of older ones; null where the line is none. */
export function taxNumberIn(logs: NumberSteps): ToldNumber | null {
  const credit = likeliestNumber(logs, 18, (place) => (place < 2 || place > 7 ? CHARACTERS : DIGITS));
  const older = [15, 20].map((length) => likeliestNumber(logs, length, () => CHARACTERS));
  const [best] = [credit, ...older]
    .filter((read) => read !== null)
    .sort((a, b) => b.probability - a.probability);
  if (!best || best.probability < LEAST.tax) return null;
  return best === credit ? checked(logs, best) : best;
}

/** With one character exchanged for what else could stand there, where only then the check character holds. */
function checked(logs: NumberSteps, likeliest: ReadNumber): ToldNumber {
  const { text, probability, alternatives } = likeliest;
  if (creditCodeHolds(text)) return likeliest;
  const [held] = alternatives
    .flatMap((others, place) => others.map((other) => text.slice(0, place) + other + text.slice(place + 1)))
    .filter(creditCodeHolds)
    .map((other) => ({ text: other, probability: probabilityOf(logs, other) }))
    .sort((a, b) => b.probability - a.probability);
  return held && held.probability >= CHECKED * probability ? held : likeliest;
}
