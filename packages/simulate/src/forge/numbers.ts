import type { Picture } from '../picture.ts';
import { readGlyph } from './digits.ts';
import { findGlyphs, type Glyph } from './glyphs.ts';
import type { Sheet } from './operations/scene.ts';
import { plainText, type Unit } from './units.ts';

const LEAST_LIKENESS = 0.45;

/** A digit of a number, in the face that it is likely set in. */
export interface Digit extends Glyph {
  readonly family: string | null;
}

const numbersOf = new WeakMap<Sheet['units'], Digit[][]>();

/** The digits of every number on the page; kept by page, since attempts and saves ask again. */
export function findNumbers({ units, text, picture }: Sheet): Digit[][] {
  let found = numbersOf.get(units);
  if (!found) {
    found = plainText(units.filter((unit) => unit.kind !== 'block'))
      .map((unit) => digitsOf(unit, findGlyphs(text, unit), picture))
      .filter((digits) => digits.length > 0);
    numbersOf.set(units, found);
  }
  return found;
}

/** By the unit's text where it is known; else by the looks, where most of the unit looks like digits. */
function digitsOf(unit: Unit, glyphs: readonly Glyph[], picture: Picture): Digit[] {
  if (glyphs.some((glyph) => glyph.character !== null))
    return glyphs.filter((g) => /\d/.test(g.character ?? '')).map((glyph) => ({ ...glyph, family: null }));
  if (unit.text !== null && !/\d/.test(unit.text)) return [];
  if (unit.box.width > 9 * unit.box.height || glyphs.length < 2) return [];
  const read = glyphs.map((glyph) => readGlyph(picture, glyph.box));
  const sure = read.filter(({ character, likeness }) => likeness > LEAST_LIKENESS && /\d/.test(character));
  if (sure.length < 2 || sure.length < 0.5 * glyphs.length) return [];
  // A number is mostly set in one face, and what was misread in it but is as large as a digit is one as well.
  const { family } = sure.reduce((best, reading) => (reading.likeness > best.likeness ? reading : best));
  const typical = middle(glyphs.filter((_, i) => sure.includes(read[i]!)).map(({ box }) => box.width));
  return glyphs.flatMap((glyph, i) => {
    const digit = sure.includes(read[i]!);
    const alike = glyph.box.width > 0.75 * typical && glyph.box.width < 1.25 * typical;
    return digit || alike ? [{ ...glyph, character: digit ? read[i]!.character : null, family }] : [];
  });
}

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
