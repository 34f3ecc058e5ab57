/** `2026年3月1日 16:30`, Beijing time, of an instant; what is no instant (a month, a keyed hash) as it is. */
export function instant(iso: string | null): string {
  if (iso === null) return '未记载';
  if (!/^\d{4}-\d\d-\d\dT/.test(iso)) return iso;
  const at = new Date(Date.parse(iso) + 8 * 3_600_000);
  if (Number.isNaN(at.getTime())) return iso;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day(iso)} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

export function day(iso: string | null): string {
  if (iso === null) return '未记载';
  const at = new Date(Date.parse(iso) + 8 * 3_600_000);
  if (!/^\d{4}-\d\d-\d\d/.test(iso) || Number.isNaN(at.getTime())) return iso;
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
}

export const count = (n: number): string => n.toLocaleString('en-US');

export const yuan = (amount: number | null): string =>
  amount === null ? '未记载' : `${count(Math.round(amount * 100) / 100)} 元`;

/** A calibrated probability; never 0% or 100%, which no calibration can promise. */
export function percent(probability: number): string {
  if (probability < 0.005) return '不足 1%';
  if (probability >= 0.995) return '99% 以上';
  return `${Math.round(probability * 100)}%`;
}

export function size(bytes: number | null): string {
  return bytes === null ? '未记载' : count(bytes);
}

/** At most `most` characters; the middle of a longer text is left out, so that both ends can be compared. */
export function short(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const head = Math.ceil((most - 1) * 0.6);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - (most - 1 - head)).join('')}`;
}
