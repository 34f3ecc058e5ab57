import type { Random } from '../random.ts';

const WORDS =
  'TOTAL CASH PAID BALANCE INVOICE MEDICAL CLINIC SERVICE HOTEL JAMES LEE TAN WONG DAVID MARY STREET ROAD HOSPITAL APPROVED UNIT OFFICE SALARY REFUND OVERDUE'.split(
    ' ',
  );

/** What a forger would write instead: other digits in the same pattern, or other words of about that length. */
export function otherWording(text: string | null, characters: number, random: Random): string {
  const old = text?.trim() || null;
  if (old && /\d/.test(old)) return otherDigits(old, random);
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
