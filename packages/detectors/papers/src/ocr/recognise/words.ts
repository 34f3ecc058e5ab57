import type { DecodedCharacter } from './ctc.ts';
import type { Ink } from './ink.ts';
import type { ColumnSpan } from './spans.ts';

/** A character with its columns of the strip. */
export interface PlacedCharacter extends Omit<DecodedCharacter, 'at'> {
  readonly span: ColumnSpan;
}

/** White that parts words beyond what letters keep, and what must be empty between them; in ems. */
const EXTRA = 0.16;
const LEAST_GAP = 0.2;
/** Share of the em that ink covers in height: capitals and digits alone, or Chinese characters. */
const LATIN_HEIGHT = 0.74;
const CHINESE_HEIGHT = 0.92;

const isWordCharacter = (text: string) => /^[\dA-Za-z]$/.test(text);
const isPause = (text: string) => /^[,;:.)&]$/.test(text);
const isLetter = (text: string) => /^[A-Za-z]$/.test(text);

/** Advance of a Latin letter or digit in ems, about; a 1 is as wide as the other digits. */
function advance(text: string): number {
  if (/[ilIjtfr.,:;)]/.test(text)) return 0.36;
  if (/[mwMW&]/.test(text)) return 0.88;
  return /[A-Z]/.test(text) ? 0.66 : 0.55;
}

/**
 * Puts a space where Latin words or numbers part: the network, trained on Chinese, leaves most out. Letters may be spaced wide on the
 * whole line, so that distances count from the line's median.
 *
 * @param squeeze `squeezeOf` the strip
 */
export function withWordSpaces(
  characters: readonly PlacedCharacter[],
  { top, bottom }: Ink,
  squeeze = 1,
): PlacedCharacter[] {
  const chinese = characters.some(({ text }) => text > '\u2e80');
  const em = (squeeze * (bottom - top)) / (chinese ? CHINESE_HEIGHT : LATIN_HEIGHT);
  const centre = ({ span }: PlacedCharacter) => (span.left + span.right) / 2;
  const extras = characters.slice(1).map((right, i) => {
    const left = characters[i];
    const parts = isWordCharacter(right.text) && (isWordCharacter(left.text) || isPause(left.text));
    if (!parts) return null;
    return (centre(right) - centre(left)) / em - (advance(left.text) + advance(right.text)) / 2;
  });
  const known = extras.filter((extra) => extra !== null).sort((a, b) => a - b);
  const usual = known.length < 4 ? 0 : Math.max(0, known[known.length >> 1]);
  return characters.flatMap((character, i) => {
    const before = characters[i - 1];
    const extra = extras[i - 1] ?? null;
    if (!before || extra === null || extra - usual < EXTRA) return [character];
    // Decimal points and thousands keep their digits.
    if (isPause(before.text) && !isLetter(character.text)) return [character];
    const span = { left: before.span.right, right: character.span.left };
    if (span.right - span.left < LEAST_GAP * em) return [character];
    const confidence = Math.min(before.confidence, character.confidence);
    return [{ text: ' ', confidence, alternatives: [], span }, character];
  });
}
