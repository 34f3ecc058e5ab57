import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedLine } from '../text.ts';
import { directionOf, frameBox } from './frame.ts';
import { type Glyph, measureGlyph } from './glyph.ts';

/** Letters or Chinese characters of a line near a number: what its digits were printed with, where it bears no others. */
export interface LineText {
  /** Of one script, in no order. */
  readonly glyphs: readonly Glyph[];
  readonly script: 'han' | 'latin';
}

/** Enough of a line to know its ink by; measuring more would take longer than measuring its digits. */
const MOST = 7;
const TEXT = /^[\p{Script=Han}A-Za-z]$/u;
const HAN = /^\p{Script=Han}$/u;
const LEAST_CONFIDENCE = 0.6;

/** The line's text about a place: characters near the ends of `around` (distances along the line) come first; null where there is none to measure. */
export function lineText(
  image: RgbImage,
  line: RecognisedLine,
  around: { left: number; right: number },
): LineText | null {
  const angle = directionOf(line);
  const glyphs = line.characters
    .filter(({ text, confidence }) => TEXT.test(text) && confidence >= LEAST_CONFIDENCE)
    .map((character) => ({ character, box: frameBox(character, angle) }))
    .map((placed) => {
      const middle = (placed.box.left + placed.box.right) / 2;
      return { ...placed, far: Math.min(Math.abs(middle - around.left), Math.abs(middle - around.right)) };
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST)
    .map(({ character, box }) => measureGlyph(image, character, box, angle))
    .filter((glyph): glyph is Glyph => glyph !== null && !glyph.stained);
  if (glyphs.length === 0) return null;
  const han = glyphs.filter(({ character }) => HAN.test(character.text));
  return 2 * han.length >= glyphs.length
    ? { glyphs: han, script: 'han' }
    : { glyphs: glyphs.filter((glyph) => !han.includes(glyph)), script: 'latin' };
}
