import type { RgbImage } from '@jianzhen/raster';
import type { RecognisedLine } from '../text.ts';
import { directionOf, frameBox } from './frame.ts';
import { type Glyph, measureGlyph } from './glyph.ts';
import { median } from './robust.ts';

/** Ink and size of the letters and Chinese characters of a line: what its digits were printed with, where it bears no others. */
export interface LineText {
  readonly characters: number;
  /** Those measured, the nearest first. */
  readonly glyphs: readonly Glyph[];
  readonly contrast: number;
  readonly red: number;
  readonly blue: number;
  readonly sharpness: number;
  /** Median height of Chinese characters, pixels; NaN where there are none. */
  readonly em: number;
}

/** Enough of a line to know its ink by; measuring more would take longer than measuring its digits. */
const MOST = 7;
const TEXT = /^[\p{Script=Han}A-Za-z]$/u;
const HAN = /^\p{Script=Han}$/u;
const LEAST_CONFIDENCE = 0.6;

/** The line's text by line and place: characters near the ends of `around` (distances along the line) come first. */
export function lineText(
  image: RgbImage,
  line: RecognisedLine,
  around: { left: number; right: number },
): LineText | null {
  const angle = directionOf(line);
  const boxes = line.characters
    .filter(({ text, confidence }) => TEXT.test(text) && confidence >= LEAST_CONFIDENCE)
    .map((character) => ({ character, box: frameBox(character, angle) }))
    .map((placed) => {
      const middle = (placed.box.left + placed.box.right) / 2;
      return { ...placed, far: Math.min(Math.abs(middle - around.left), Math.abs(middle - around.right)) };
    })
    .sort((a, b) => a.far - b.far)
    .slice(0, MOST);
  const glyphs = boxes
    .map(({ character, box }) => measureGlyph(image, character, box, angle))
    .filter((glyph): glyph is Glyph => glyph !== null && !glyph.stained);
  if (glyphs.length === 0) return null;
  const of = (measure: (glyph: Glyph) => number) => median(glyphs.map(measure));
  const han = glyphs.filter(({ character, touching }) => HAN.test(character.text) && !touching);
  return {
    characters: glyphs.length,
    glyphs,
    contrast: of(({ contrast }) => Math.log(contrast)),
    red: of(({ red }) => red),
    blue: of(({ blue }) => blue),
    sharpness: of(({ sharpness }) => Math.log(sharpness + 0.02)),
    em: median(han.map(({ top, bottom }) => bottom - top)),
  };
}
