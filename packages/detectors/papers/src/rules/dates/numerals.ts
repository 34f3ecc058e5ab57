/** Digits as Chinese writings have them: everyday, financial (GB/T 15835 and the Payment and Settlement Measures) and traditional. */
const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    '〇零○Ｏ',
    '一壹弌',
    '二贰貳弍两',
    '三叁參叄参弎',
    '四肆',
    '五伍',
    '六陆陸',
    '七柒',
    '八捌',
    '九玖',
  ].flatMap((writings, digit) => [...writings].map((writing) => [writing, digit])),
);

export const chineseDigit = (character: string): number | undefined => DIGITS[character];

/** `二〇二四` → 2024: one character a digit; null where another character is met. */
export function digitSequence(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text === '' ? null : value;
}

/** Numbers below 100 as months and days are written: `十二`, `贰拾伍`, `零壹拾`, `廿五`, `卅一`; null where it is none. */
export function smallNumber(text: string): number | null {
  const plain = text
    .replace(/拾/g, '十')
    .replace(/^廿|^念/, '二十')
    .replace(/^卅/, '三十')
    .replace(/^[零〇](?=.)/, '');
  const parts = plain.split('十');
  if (parts.length > 2) return null;
  const read = (part: string) => (part.length === 1 ? (DIGITS[part] ?? null) : null);
  if (parts.length === 1) return plain.length === 2 ? digitSequence(plain) : read(plain);
  const tens = parts[0] === '' ? 1 : read(parts[0]!);
  const ones = parts[1] === '' ? 0 : read(parts[1]!);
  return tens === null || ones === null ? null : tens * 10 + ones;
}
