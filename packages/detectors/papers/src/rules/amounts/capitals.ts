/** Amounts in capitals. Rules for filling in bills and settlement vouchers (支付结算办法, PBOC 1997, annex 1), read leniently. */
import { chineseDigit } from '../dates/numerals.ts';

const SMALL: Readonly<Record<string, number>> = { 拾: 10, 十: 10, 佰: 100, 百: 100, 仟: 1000, 千: 1000 };
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };
const YUAN = '元圆圓圜块';
/** Marks that fill places before the first digit of a printed form. */
const FILLERS = '⊗×ΧX';

const isPart = (character: string) =>
  chineseDigit(character) !== undefined ||
  character in SMALL ||
  character in LARGE ||
  YUAN.includes(character) ||
  '角毛分整正'.includes(character);

/** Whole yuan before 元: sections of 10⁴, each with falling units; null where the order is broken. */
function integer(text: string): number | null {
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let unit = Infinity;
  let large = Infinity;
  for (const character of text) {
    const value = chineseDigit(character);
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (character in SMALL) {
      if (SMALL[character]! >= unit) return null;
      unit = SMALL[character]!;
      // 拾 alone opens a number as 10 does: 拾万, 拾伍.
      section += (digit ?? (unit === 10 ? 1 : Number.NaN)) * unit;
      digit = null;
    } else {
      const value = LARGE[character]!;
      section += digit ?? 0;
      if (value >= large && !(value === 1e8 && large === 1e4)) return null;
      if (value === 1e8) total = (total + section) * value;
      else total += section * value;
      large = value === 1e8 ? 1e8 : value;
      [section, digit, unit] = [0, null, Infinity];
    }
  }
  const sum = total + section + (digit ?? 0);
  return Number.isNaN(sum) ? null : sum;
}

/** Whole yuan, jiao and fen; 零 before them is no digit of theirs. */
const WHOLE_AND_SMALL = new RegExp(
  `^([^${YUAN}角毛分整正]*)[${YUAN}]?(?:[零〇](?=.[角毛分]))?(?:(.)[角毛])?(?:[零〇](?=.分))?(?:(.)分)?[整正]?$`,
);

/** Reads an amount in capitals into fen: `壹万贰仟叁佰元零伍分`; null where it is none or its units are out of order. */
export function parseCapitals(text: string): number | null {
  const plain = [...text.replace(/^人民币/, '')]
    .filter((character) => !/[\s:：]/.test(character))
    .map((character) => (FILLERS.includes(character) ? '零' : character))
    .join('');
  if (![...plain].every(isPart)) return null;
  const match = WHOLE_AND_SMALL.exec(plain);
  if (!plain || !match) return null;
  const whole = match[1] === '' ? 0 : integer(match[1]!);
  const small = [match[2], match[3]].map((digit) => (digit === undefined ? 0 : chineseDigit(digit)));
  if (whole === null || small.includes(undefined)) return null;
  const fen = whole * 100 + small[0]! * 10 + small[1]!;
  return Number.isSafeInteger(fen) ? fen : null;
}

export interface Capitals {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Null where its units are out of order. */
  readonly fen: number | null;
}

/** Every run of amount characters in a text that names 元 or 圆, from the left. Offsets are in UTF-16 units. */
export function findCapitals(text: string): Capitals[] {
  const run =
    /[〇零一壹弌二贰貳弍两三叁參叄参弎四肆五伍六陆陸七柒八捌九玖拾佰仟十百千万萬亿億⊗×\s]*[元圆圓圜](?:[零〇一壹二贰貳三叁參叄参四肆五伍六陆陸七柒八捌九玖][角毛分]|[零〇](?=.分)){0,3}[整正]?/g;
  return [...text.matchAll(run)].flatMap((match) => {
    const blank = match[0].length - match[0].trimStart().length;
    const words = match[0].trim();
    if (!/^[⊗×]*[〇零一壹弌二贰貳弍两三叁參叄参弎四肆五伍六陆陸七柒八捌九玖拾十]/.test(words)) return [];
    return [
      {
        start: match.index + blank,
        end: match.index + match[0].length,
        text: words,
        fen: parseCapitals(words),
      },
    ];
  });
}
