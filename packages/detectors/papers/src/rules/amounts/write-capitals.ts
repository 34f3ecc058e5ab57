/** Writes amounts in capitals as 支付结算办法 (PBOC 1997), annex 1, asks for: 零 for inner zeros, 整 after 元 and 角. */
const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

/** Four digits, 1–9999, leading zeros left out, inner runs of zeros as one 零. */
function section(value: number): string {
  let words = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) words += DIGITS[digit]! + UNITS[place]!;
    else if (words !== '' && !words.endsWith('零') && value % 10 ** place > 0) words += '零';
  }
  return words;
}

/** Fen, a non-negative integer below 10¹⁵, in capitals: 1234567 → `壹万贰仟叁佰肆拾伍元陆角柒分`. */
export function writeCapitals(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0 || fen >= 1e15)
    throw new RangeError(`not an amount in fen: ${fen}`);
  const whole = Math.floor(fen / 100);
  let words = '';
  let skipped = false;
  for (let index = 3; index >= 0; index--) {
    const value = Math.floor(whole / 10_000 ** index) % 10_000;
    if (value === 0) {
      skipped = words !== '';
      continue;
    }
    const gap = skipped || (words !== '' && value < 1000);
    skipped = false;
    words += (gap ? '零' : '') + section(value) + SECTIONS[index]!;
    // 万亿 and 亿 share their 亿 where both are there.
    if (index === 3 && Math.floor(whole / 1e8) % 10_000 > 0) words = words.slice(0, -1);
  }
  const [jiao, fractional] = [Math.floor(fen / 10) % 10, fen % 10];
  const head = words === '' ? (fen === 0 ? '零元' : '') : `${words}元`;
  if (jiao === 0 && fractional === 0) return `${head}整`;
  if (jiao === 0) return `${head}${words === '' ? '' : '零'}${DIGITS[fractional]}分`;
  return `${head}${DIGITS[jiao]}角${fractional === 0 ? '整' : `${DIGITS[fractional]}分`}`;
}
