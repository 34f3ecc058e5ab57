import { CAPITAL_LIKE } from '../../reading/confusions.ts';
import { findCapitals } from '../../rules/amounts/capitals.ts';
import { findFigures, yuan } from '../../rules/amounts/figures.ts';
import type { Parser } from './parsed.ts';

export const amount: Parser = (text) => {
  const [first] = findFigures(text);
  if (!first || first.start > 8) return null;
  // Currency marks are no part of what is compared, and networks waver between ¥ and ￥.
  const start = first.start + text.slice(first.start, first.end).search(/[-+\d]/);
  return { start, end: first.end, value: yuan(first.fen) };
};

/** An amount with its cents, the first of the text: percentages and counts before it are passed over. */
export const price: Parser = (text) => {
  const match = /(?<![\d.,])-?\d[\d,]*\.\d\d(?!\d|\s?%)/.exec(text);
  if (!match || match.index > 24) return null;
  return {
    start: match.index,
    end: match.index + match[0].length,
    value: yuan(findFigures(match[0])[0]!.fen),
  };
};

/** Characters that stand beside capitals and look like some, as those. */
const likened = (text: string): string =>
  [...text].map((character) => CAPITAL_LIKE[character] ?? character).join('');

/** Whether a run of capitals is all of the amount: a character within it that was misread would cut it in two. */
const standsWhole = (text: string, { start, end }: { start: number; end: number }): boolean =>
  !/[零壹贰叁肆伍陆柒捌玖拾佰仟万]\p{Script=Han}?$/u.test(text.slice(0, start)) &&
  !/^\p{Script=Han}?[角分]/u.test(text.slice(end));

/** A run of capitals whose units are out of order has `!` for its value: it is one, but says no amount. */
export const amountCapitals: Parser = (text) => {
  const [first] = findCapitals(text);
  if (!first || first.start > 8 || !standsWhole(text, first))
    return likened(text) === text ? null : amountCapitals(likened(text));
  return { start: first.start, end: first.end, value: first.fen === null ? '!' : yuan(first.fen) };
};
