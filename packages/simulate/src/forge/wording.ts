import type { Random } from '../random.ts';

const WORDS =
  'TOTAL CASH PAID BALANCE INVOICE MEDICAL CLINIC SERVICE HOTEL JAMES LEE TAN WONG DAVID MARY STREET ROAD HOSPITAL APPROVED UNIT OFFICE SALARY REFUND OVERDUE'.split(
    ' ',
  );

/** What a forger would write instead: other digits in the same pattern, or other words of about that length. */
export function otherWording(text: string | null, characters: number, random: Random): string {
  const old = text?.trim() || null;
  if (old && /\d/.test(old)) return otherDigits(old, random);
  if (!old && random.chance(0.7)) return otherDigits(pattern(characters, random), random);
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

function otherDigits(text: string, random: Random): string {
  const count = text.replace(/\D/g, '').length;
  const spared = count > 3 && random.chance(0.5) ? random.integer(1, count - 2) : 0;
  let seen = 0;
  return text.replace(/\d/g, (digit) => {
    seen++;
    if (seen > count - spared) return digit;
    const others = [...'0123456789'].filter((d) => d !== digit && !(seen === 1 && d === '0'));
    return random.pick(others);
  });
}

/** An amount, date or number of about so many characters. */
function pattern(characters: number, random: Random): string {
  if (characters >= 9)
    return random.pick(['00/00/0000', '00000000.00', '000-0000000', '0,000,000.00']).slice(-characters);
  if (characters >= 4) return `${'0'.repeat(characters - 3)}.00`;
  return '0'.repeat(Math.max(1, characters));
}
