import { LENDERS } from './lenders.ts';
import { NAMES } from './names.ts';
import type { SlotKind } from './types.ts';

/** A stretch of plain characters to be one slot; `to` is exclusive. */
export interface Mask {
  readonly kind: SlotKind;
  readonly from: number;
  readonly to: number;
}

const NUMERAL = '[〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟]';
const DIGITS = '\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,4}(?![\\d年]))?';
const UNIT = '(?:多|余|几)?(?:百|千|万|亿|w|k)?(?:余|多)?';
const MONEY = '(?:元整|元钱|元|块钱|块|圆整|圆|角|rmb|人民币)';

/**
 * Patterns by kind, those first that win where several match. A first group is what is masked and stands at the match's end.
 * All repetitions are bounded, so that time stays linear.
 */
const PATTERNS: readonly (readonly [SlotKind, RegExp])[] = [
  ['link', /[\w.+-]{1,40}@[a-z\d-]{1,40}(?:\.[a-z]{2,8}){1,3}/gu],
  [
    'link',
    /(?:https?:?\/{0,2})?(?:[a-z\d-]{1,40}\.){1,5}(?:com|cn|net|org|top|xyz|cc|vip|app|info|me|ly)(?![a-z])[/?=&#%\w.-]{0,200}/gu,
  ],
  [
    'date',
    /(?:19|20)\d\d ?(?:年|[./-]) ?\d{1,2} ?(?:月(?:份)?|[./-])(?: ?\d{1,2} ?(?:日|号|(?![\d年])))?(?: ?\d{1,2}[:时点]\d{0,2}分?(?::\d\d)?)?/gu,
  ],
  [
    'date',
    new RegExp(
      `(?:(?:20\\d\\d|二〇${NUMERAL}{2}|二零${NUMERAL}{2}) ?年(?:初|底|中)?)|(?:\\d{1,2}|${NUMERAL}{1,3}) ?月 ?(?:\\d{1,2}|${NUMERAL}{1,3}) ?[日号]|(?:\\d{1,2}) ?月(?:份|初|底|中旬)?(?!\\d)`,
      'gu',
    ),
  ],
  [
    'identity',
    /(?<!\d)[1-9]\d{5} ?(?:\d{4}|\*{4}) ?(?:\d{4}|\*{4}) ?(?:\d{3}[\dx]|\*{4}|\*{2,3}[\dx])(?!\d)|(?<!\d)\d{3,6}\*{6,14}[\dx]{1,4}/gu,
  ],
  [
    'phone',
    /(?<!\d)1[ -]?[3-9][ -]?\d(?:[ -]{0,3}[\d*]){8}(?!\d)|(?<!\d)0\d{2,3}[ -]{0,3}\d{7,8}(?!\d)|(?<!\d)(?:400|800)(?:[ -]?\d){7}(?!\d)/gu,
  ],
  ['card', /(?<!\d)\d{4}(?: ?[\d*]{4}){2,3}(?: ?[\d*]{1,4})?(?!\d)/gu],
  [
    'amount',
    new RegExp(
      `(?:[¥$] ?|人民币 ?|rmb ?)${DIGITS}${UNIT}${MONEY}?|${DIGITS} ?${UNIT} ?${MONEY}|${NUMERAL}{1,16}${UNIT}${MONEY}|${DIGITS} ?(?:多|余)?[万w](?![a-z])`,
      'gu',
    ),
  ],
  ['percent', new RegExp(`${DIGITS} ?[%‰]|百分之(?:${NUMERAL}{1,6}|\\d{1,3}(?:\\.\\d{1,4})?)`, 'gu')],
  ['account', /(?<![a-z\d_-])(?=[a-z_-]{0,19}\d)[a-z][a-z\d_-]{5,19}(?![a-z\d_])/gu],
  [
    'number',
    new RegExp(
      `\\d[\\d*]{0,3}\\*{2,16}\\d{0,4}|(?:\\d ){5,30}\\d|${DIGITS}|${NUMERAL}{1,4}(?=个月|年多|天|笔|期|次|家|周)`,
      'gu',
    ),
  ],
  ...NAMES.map((pattern) => ['name', pattern] as const),
  ...LENDERS.map((pattern) => ['lender', pattern] as const),
];

/** What of plain characters is a slot, in the order of the text, none over another. */
export function findMasks(text: string): Mask[] {
  const taken = new Uint8Array(text.length);
  const masks: Mask[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const from = to - (match[1] ?? match[0]).length;
      if (from === to || taken.subarray(from, to).includes(1)) continue;
      taken.fill(1, from, to);
      masks.push({ kind, from, to });
    }
  }
  return masks.sort((a, b) => a.from - b.from);
}
