import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from '../text.ts';
import { boxOver, directionOf, frameBox } from './frame.ts';
import { type Glyph, measureGlyph } from './glyph.ts';
import { type LineText, lineText } from './neighbours.ts';
import type { FrameBox } from './patch.ts';
import { median } from './robust.ts';

/** A number on a line: digits in reading order, with only separators between them. */
export interface PrintedNumber {
  /** Which line of the page it stands on. */
  readonly line: number;
  /** As it is printed, with its separators. */
  readonly wording: string;
  /** Two or more digits are no rule: a single one is a number too. */
  readonly glyphs: readonly Glyph[];
  /** Whether each digit follows the one before it with nothing between. */
  readonly adjacent: readonly boolean[];
  /** Around it, in the frame of its line. */
  readonly box: FrameBox;
  /** Median height of its digits, pixels. */
  readonly size: number;
  /** The letters and Chinese characters beside it; null where there are none to measure. */
  readonly text: LineText | null;
  /** Direction of its line, radians; 0 where the page was measured as it is. */
  readonly angle: number;
}

const SEPARATOR = /^[.,:/-]$/;
const DIGIT = /^\d$/;
/** Letters are rarely misread as so many digits in a row, and a misreading is rarely so sure. */
const LONG = 4;
const SURE = 0.9;
const LETTER = /^[A-Za-z]$/;
const CURRENCY = /^(RM|USD?|CNY|RMB|HKD?|NTD?|EUR|SR|MYR)$/i;
/** Doubtful readings are not compared: their form is that of another character, or of none. */
const LEAST_CONFIDENCE = 0.5;

/** The page's numbers, measured; digits too faint, doubtful or broken are left out. */
export const printedNumbers = (image: RgbImage, page: RecognisedPage): PrintedNumber[] =>
  page.lines.flatMap((line, index) => numbersOf(image, line, index));

function numbersOf(image: RgbImage, line: RecognisedLine, index: number): PrintedNumber[] {
  const angle = directionOf(line);
  return runsOf(line.characters).flatMap((run) => {
    const glyphs: Glyph[] = [];
    const adjacent: boolean[] = [];
    let before = -2;
    for (const [i, character] of run.entries()) {
      if (!DIGIT.test(character.text) || character.confidence < LEAST_CONFIDENCE) continue;
      const glyph = measureGlyph(image, character, frameBox(character, angle), angle);
      // Under a seal neither ink nor outline is the digit's own.
      if (!glyph || glyph.stained) continue;
      glyphs.push(glyph);
      adjacent.push(before === i - 1);
      before = i;
    }
    if (glyphs.length === 0) return [];
    const box = boxOver(glyphs);
    const text = lineText(image, line, box);
    const wording = run.map((character) => character.text).join('');
    return [{ line: index, wording, glyphs, adjacent, box, size: sizeOf(glyphs), text, angle }];
  });
}

/** Digits with single separators between them; none within words, where they are mostly letters that were misread. */
function runsOf(characters: readonly RecognisedCharacter[]): RecognisedCharacter[][] {
  const text = characters.map((character) => character.text);
  const runs: RecognisedCharacter[][] = [];
  for (let from = 0; from < text.length; from++) {
    if (!DIGIT.test(text[from])) continue;
    let to = from + 1;
    while (DIGIT.test(text[to] ?? '') || (SEPARATOR.test(text[to] ?? '') && DIGIT.test(text[to + 1] ?? '')))
      to++;
    const before = /[A-Za-z]*$/.exec(text.slice(Math.max(0, from - 4), from).join(''))![0];
    const lettered = LETTER.test(text[to] ?? '') || (before !== '' && !CURRENCY.test(before));
    const run = characters.slice(from, to);
    const inWord = lettered && run.length < LONG && run.some(({ confidence }) => confidence < SURE);
    if (!inWord) runs.push(run);
    from = to;
  }
  return runs;
}

const sizeOf = (glyphs: readonly Glyph[]) => median(glyphs.map(({ top, bottom }) => bottom - top));
