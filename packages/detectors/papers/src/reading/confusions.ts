/**
 * What a recogniser takes one character for, as classes of likeness of printed and stamped figures. Not measured frequencies: they
 * only say where an error that happened would most likely lead.
 */
const LIKE: Readonly<Record<string, string>> = {
  '0': '68D9O',
  '1': '7I4l',
  '2': '7Z1',
  '3': '859',
  '4': '19A',
  '5': '638S',
  '6': '085b',
  '7': '12T',
  '8': '3069B',
  '9': '0438g',
  X: 'K',
  x: 'K',
};
const CAPITALS: Readonly<Record<string, string>> = {
  壹: '查童一',
  贰: '贷式叁',
  叁: '参贰拳春',
  肆: '津律',
  伍: '任五',
  陆: '陡六',
  柒: '染七',
  捌: '别八',
  玖: '致九',
  拾: '抬恰佰',
  佰: '伯陌仟拾',
  仟: '千任佰件',
};

/** Of units and numerals of amounts in capitals, what they are read as where a seal lies over them. */
const UNITS: Readonly<Record<string, string>> = { 元: '无充兀', 角: '甬', 整: '登' };

/** The capital numeral or unit that a character stands for within an amount in capitals, though it was read otherwise. */
export const CAPITAL_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ ...CAPITALS, ...UNITS }).flatMap(([capital, likenesses]) =>
    [...likenesses]
      .filter((like) => !/[一五六七八九千参]/.test(like) && !(like in CAPITALS))
      .map((like) => [like, capital]),
  ),
);

/** Share of errors that go to a class of likeness; the rest spreads evenly over what else it could be. */
const LIKELY = 0.7;

const DIGITS = [...'0123456789'];
/** A numeral stands for one of its own writing: financial or everyday. */
const NUMERALS = ['零壹贰叁肆伍陆柒捌玖拾佰仟', '〇一二三四五六七八九十日'].map((group) => [...group]);

export interface Alternative {
  readonly text: string;
  /** Probability of this one, given that the character was misread. */
  readonly weight: number;
}

/**
 * What a figure or numeral may be in truth if it was misread; weights add up to at most 1, nothing for characters that are neither.
 * `alphabet`: characters that the value allows.
 */
export function alternativesOf(character: string, alphabet?: readonly string[]): readonly Alternative[] {
  const numerals = NUMERALS.find((group) => group.includes(character));
  const all = alphabet ?? numerals ?? (/^[\dA-Za-z]$/.test(character) ? DIGITS : []);
  const others = all.filter((other) => other !== character);
  const like = others.filter((other) => (LIKE[character] ?? CAPITALS[character] ?? '').includes(other));
  const share = like.length === 0 ? 0 : like.length === others.length ? 1 : LIKELY;
  return others.map((text) => ({
    text,
    weight: (like.includes(text) ? share / like.length : 0) + (1 - share) / others.length,
  }));
}
