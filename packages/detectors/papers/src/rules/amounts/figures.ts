/** An amount in figures; money is counted in fen (1/100 yuan) so that sums are exact. */
export interface Figures {
  readonly fen: number;
  /** Offsets in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** False where commas do not part groups of three (or, in Chinese writing, four) digits. */
  readonly grouped: boolean;
}

const FIGURES =
  /(?<![\d.])(?:([-+−])\s*)?(?:(?:人民币|RMB|CNY|[¥￥$])\s*)?(?:([-+−])\s*)?(\d{1,3}(?:[,，]\d{3,4})+|\d+)(?:\.(\d{1,2})\d*)?(?![\d.]\d|\d)(?:\s*(万元|亿元|万|元))?/gi;

function read(match: RegExpExecArray): Figures | null {
  const whole = match[3]!.replace(/[,，]/g, '');
  const scale = match[5]?.startsWith('万') ? 10_000 : match[5]?.startsWith('亿') ? 100_000_000 : 1;
  const fen = (Number(whole) * 100 + Number((match[4] ?? '').padEnd(2, '0'))) * scale;
  if (!Number.isSafeInteger(fen)) return null;
  const negative = [match[1], match[2]].some((sign) => sign === '-' || sign === '−');
  const groups = match[3]!.split(/[,，]/).slice(1);
  const grouped = groups.every((group) => group.length === 3) || groups.every((group) => group.length === 4);
  // The number ends before a unit that would only belong to words: 万 alone counts, other letters never do.
  return { fen: negative ? -fen : fen, start: match.index, end: match.index + match[0].length, grouped };
}

/** Every amount in figures in a text, from the left: `¥12,345.00`, `-45.6`, `1.2万元` (further decimals, as unit prices have, are cut off). */
export const findFigures = (text: string): Figures[] =>
  [...text.matchAll(FIGURES)].flatMap((match) => read(match as RegExpExecArray) ?? []);

/** `1234567` → `12345.67`. */
export const yuan = (fen: number): string => {
  const sign = fen < 0 ? '-' : '';
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The reverse of `yuan`. */
export const fenOf = (value: string): number => Math.round(Number(value) * 100);
