import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from '../text.ts';
import { type Glyph, measureGlyph } from './glyph.ts';
import { type FrameBox, UPRIGHT } from './patch.ts';
import { median } from './robust.ts';

/** A number on a line: digits in reading order, with only separators between them. */
export interface PrintedNumber {
  /** Which line of the page it stands on. */
  readonly line: number;
  /** Two or more digits are no rule: a single one is a number too. */
  readonly glyphs: readonly Glyph[];
  /** Whether each digit follows the one before it with nothing between. */
  readonly adjacent: readonly boolean[];
  /** Around it, in the frame of its line. */
  readonly box: FrameBox;
  /** Median height of its digits, pixels. */
  readonly size: number;
  /** Direction of its line, radians; 0 where the page was measured as it is. */
  readonly angle: number;
}

const SEPARATOR = /^[.,:/-]$/;
const DIGIT = /^\d$/;
/** Doubtful readings are not compared: their form is that of another character, or of none. */
const LEAST_CONFIDENCE = 0.5;
/** Share of coloured surroundings from which a seal lies over a digit. */
const STAINED = 0.04;

/** The page's numbers, measured; digits under seals, too faint or doubtful are left out. */
export function printedNumbers(image: RgbImage, page: RecognisedPage): PrintedNumber[] {
  return page.lines.flatMap((line, index) => numbersOf(image, line, index));
}

function numbersOf(image: RgbImage, line: RecognisedLine, index: number): PrintedNumber[] {
  const angle = directionOf(line);
  return runsOf(line.characters).flatMap((run) => {
    const glyphs: Glyph[] = [];
    const adjacent: boolean[] = [];
    let before = -2;
    for (const [i, character] of run.entries()) {
      if (!DIGIT.test(character.text) || character.confidence < LEAST_CONFIDENCE) continue;
      const glyph = measureGlyph(image, character, frameBox(character, angle), angle);
      if (!glyph || glyph.stain > STAINED) continue;
      glyphs.push(glyph);
      adjacent.push(before === i - 1);
      before = i;
    }
    if (glyphs.length === 0) return [];
    return [{ line: index, glyphs, adjacent, box: boxOver(glyphs), size: sizeOf(glyphs), angle }];
  });
}

/** Digits with single separators between them. */
function runsOf(characters: readonly RecognisedCharacter[]): RecognisedCharacter[][] {
  const runs: RecognisedCharacter[][] = [];
  let open = false;
  for (const [i, character] of characters.entries()) {
    const joins = SEPARATOR.test(character.text) && open && DIGIT.test(characters[i + 1]?.text ?? '');
    if (DIGIT.test(character.text) || joins) {
      if (open) runs.at(-1)!.push(character);
      else runs.push([character]);
      open = true;
    } else open = false;
  }
  return runs;
}

/** 0 for lines that are as good as upright. */
function directionOf({ polygon }: RecognisedLine): number {
  const [a, b] = polygon;
  const angle = a && b ? Math.atan2(b.y - a.y, b.x - a.x) : 0;
  return Math.abs(angle) < UPRIGHT ? 0 : angle;
}

/** The reader's box in the frame of the line: of an upright box around a turned one, the turned one. */
function frameBox({ region }: RecognisedCharacter, angle: number): FrameBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [x, y] = [region.x + region.width / 2, region.y + region.height / 2];
  const [u, v] = [x * cos + y * sin, y * cos - x * sin];
  const [c, s] = [Math.abs(cos), Math.abs(sin)];
  const double = c * c - s * s;
  // Halfway between two axes the upright box tells nothing of the shape.
  const solves = Math.abs(double) > 0.2;
  const width = solves ? (region.width * c - region.height * s) / double : region.width / 2;
  const height = solves ? (region.height * c - region.width * s) / double : region.height;
  const [reachU, reachV] = [Math.max(2, width) / 2, Math.max(4, height) / 2];
  return { left: u - reachU, right: u + reachU, top: v - reachV, bottom: v + reachV };
}

export function boxOver(boxes: readonly FrameBox[]): FrameBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

const sizeOf = (glyphs: readonly Glyph[]) => median(glyphs.map(({ top, bottom }) => bottom - top));
