/** What a value can be made of lifts the reader's trust in what fits: rivals that cannot stand there do not count. */
import type { ValueType } from '../kinds/schema.ts';
import type { RecognisedCharacter } from '../text.ts';

const DIGITS = '0123456789';
const CAPITALS = '零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整';
const ALPHABETS: Partial<Record<ValueType, string>> = {
  'identity-number': `${DIGITS}X`,
  'amount-capitals': CAPITALS,
  date: `${DIGITS}年月日`,
  age: DIGITS,
  amount: `${DIGITS},.+-`,
  price: `${DIGITS},.-`,
  'invoice-number': DIGITS,
};

/** Share of the probability that the reader left unsaid which is taken to lie on characters that would fit. */
const UNSAID = 0.25;

/** A character with its confidence among those that a value of the type can have at its place; others stay as they are. */
export const amongAllowed = (character: RecognisedCharacter, type: ValueType): RecognisedCharacter =>
  among(character, ALPHABETS[type] ?? '');

/** The same for any set of characters. */
export function among(character: RecognisedCharacter, alphabet: string): RecognisedCharacter {
  const { text, confidence, alternatives = [] } = character;
  if (!alphabet.includes(text)) return character;
  const sum = (all: typeof alternatives) => all.reduce((total, other) => total + other.confidence, 0);
  const rivals = sum(alternatives.filter((other) => alphabet.includes(other.text)));
  const unsaid = Math.max(0, 1 - confidence - sum(alternatives));
  return { ...character, confidence: confidence / (confidence + rivals + UNSAID * unsaid) };
}
