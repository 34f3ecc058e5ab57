import type { Random } from '../random.ts';
import type { Script } from './types.ts';

const WORDS =
  'TOTAL CASH PAID BALANCE INVOICE MEDICAL CLINIC SERVICE HOTEL JAMES LEE TAN WONG DAVID MARY STREET ROAD HOSPITAL APPROVED UNIT OFFICE SALARY REFUND OVERDUE'.split(
    ' ',
  );

const PHRASES = [
  ...['张伟', '王芳', '李强', '刘洋', '陈静', '赵敏', '周涛', '孙丽', '高翔', '林海'],
  ...['已结清', '未还款', '交易成功', '转账', '工资', '还款', '退款', '欠款', '特困户', '已支付'],
  ...['家庭困难', '申请减免', '重大疾病', '长期失业', '住院治疗', '经济困难', '无力偿还', '情况属实'],
  ...['该员工已离职', '因病暂停工作', '无固定经济来源', '同意办理延期', '请按协议给予减免'],
  ...['因患病住院无力偿还欠款', '经核实家庭经济确有困难', '该客户申请停息分期还款'],
];

/** Chinese words of just so many characters, cut or joined from phrases. */
function chineseWords(length: number, random: Random): string {
  let out = '';
  while (out.length < length) {
    const left = length - out.length;
    const fits = PHRASES.filter((phrase) => phrase.length <= left);
    out += fits.length > 0 ? random.pick(fits) : '元';
  }
  return out;
}

/** What a forger would write instead: other digits in the same pattern, or other words of about that length. */
export function otherWording(
  text: string | null,
  characters: number,
  random: Random,
  script: Script = 'latin',
): string {
  const old = text?.trim() || null;
  if (old && /\d/.test(old)) return otherDigits(old, random);
  if (script === 'chinese' && !(old && /^[\x20-\x7e]+$/.test(old)))
    return chineseWords(Math.max(1, old?.length ?? characters), random);
  if (!old && characters <= 14 && random.chance(0.7)) return otherDigits(pattern(characters, random), random);
  const length = old?.length ?? characters;
  let out = '';
  while (out.length < Math.max(1, length)) {
    const left = length - out.length - (out ? 1 : 0);
    const near = WORDS.filter((word) => word.length <= left + 1);
    if (near.length === 0) break;
    out += (out ? ' ' : '') + random.pick(near);
  }
  if (out === '') out = random.pick(['OK', 'NO', '01']);
  return old && old === old.toLowerCase()
    ? out.toLowerCase()
    : old && /^[A-Z][a-z]/.test(old)
      ? titled(out)
      : out;
}

const titled = (text: string) => text.toLowerCase().replace(/\b[a-z]/g, (c) => c.toUpperCase());

const DATE = /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/g;

function otherDigits(text: string, random: Random): string {
  const kept: string[] = [];
  const masked = text.replace(DATE, (_, day: string, mark: string, month: string, year: string) => {
    const two = (value: number, length: number) => String(value).padStart(length, '0');
    const later = String(Number(year) + random.integer(-2, 2))
      .padStart(year.length, '0')
      .slice(-year.length);
    kept.push(
      two(random.integer(1, 28), day.length) + mark + two(random.integer(1, 12), month.length) + mark + later,
    );
    return '\uE000';
  });
  const count = masked.replace(/\D/g, '').length;
  // Often the last digits stay: it is the first ones that raise an amount.
  const spared = count > 3 && random.chance(0.5) ? random.integer(1, count - 2) : 0;
  let seen = 0;
  const changed = masked.replace(/\d/g, (digit) => {
    seen++;
    if (seen > count - spared) return digit;
    return random.pick([...'0123456789'].filter((d) => d !== digit && !(seen === 1 && d === '0')));
  });
  return changed.replace(/\uE000/g, () => kept.shift()!);
}

/** An amount, date or number of about so many characters. */
function pattern(characters: number, random: Random): string {
  if (characters >= 9) return random.pick(['01/01/1995', '00000.00', '000-0000000', '0,000.00']);
  if (characters >= 4) return `${'0'.repeat(characters - 3)}.00`;
  return '0'.repeat(Math.max(1, characters));
}
