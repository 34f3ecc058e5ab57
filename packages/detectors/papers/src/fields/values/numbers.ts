import { readPhone } from '../../rules/phone/index.ts';
import { leading, type Parser } from './parsed.ts';

/** Letters that networks read for a digit. */
export const DIGIT_LIKE: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  '|': '1',
  q: '9',
  g: '9',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
};

const asDigits = (text: string): string =>
  [...text.replace(/[\s-]/g, '')].map((character) => DIGIT_LIKE[character] ?? character).join('');

export const identityNumber: Parser = leading(
  /[\dOoDQIl|qgSsBZ](?:\s?[\dOoDQIl|qgSsBZ*]){13,16}\s?[\dXxOoDQIl|qgSsBZ*]/,
  4,
  (text) => asDigits(text).toUpperCase(),
);

export const creditCode: Parser = leading(/[0-9A-Z](?:\s?[0-9A-Z]){17}(?![0-9A-Z])/i, 4, (text) =>
  text.replace(/\s/g, '').toUpperCase(),
);

export const bankCard: Parser = leading(/[\d*](?:[\s-]?[\d*]){11,18}(?![\d*])/, 6, (text) =>
  text.replace(/[\s-]/g, ''),
);

export const account: Parser = leading(/[\dA-Z*](?:[\s-]?[\dA-Z*]){4,34}/i, 4, (text) =>
  text.replace(/\s/g, ''),
);

export const invoiceCode: Parser = leading(/\d(?:\s?\d){6,14}(?!\s?\d)/, 4, (text) =>
  text.replace(/\s/g, ''),
);
export const invoiceNumber: Parser = leading(/\d(?:\s?\d){5,21}(?!\s?\d)/, 6, (text) =>
  text.replace(/\s/g, ''),
);

/** Digits after a blank may be the same number's, set wide, or another's: such a number is not read. */
export const plainNumber: Parser = leading(
  /(?<!\d\s|[\d.,])[-+]?\d[\d,]*(?:\.\d+)?(?![\d.,]|\s\d)/,
  3,
  (text) => text.replace(/,/g, ''),
);

export const age: Parser = leading(/(\d{1,3})(?!\d)(?=\s?(?:周?岁|$|[^\d.,/年月-]))/, 2);

export const phone: Parser = (text) => {
  const match = /[+(]?\d(?:[\s()-]{0,2}\d){6,14}(?!\d)/.exec(text);
  if (!match || match.index > 4) return null;
  const read = readPhone(match[0]);
  return read && { start: match.index, end: match.index + match[0].length, value: read.number };
};
