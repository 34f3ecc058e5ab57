import { piecesOf } from '../forge/glyphs.ts';
import { findInk, type Ink, tighten } from '../forge/ink.ts';
import { withoutRules } from '../forge/lines.ts';
import { plainText, type Unit } from '../forge/units.ts';
import { type Box, grow, type Picture } from '../picture.ts';
import type { Field } from '../vouchers/sheet.ts';

/** A character of a number, with the box of its ink. */
export interface Figure {
  readonly text: string;
  readonly box: Box;
}

/** A number as it stands on a page, its separators among its figures. */
export interface PageNumber {
  readonly figures: readonly Figure[];
  /** CSS family that it is set in, where known. */
  readonly family: string | null;
}

const NUMBER = /\d(?:[\d.,:/-]*\d)?/g;

/** Numbers in fields whose text is known, on the page as it was drawn. */
export function numbersOfFields(
  page: Picture,
  fields: readonly Field[],
  familyOf: (field: Field) => string,
): PageNumber[] {
  const text = withoutRules(findInk(page));
  return fields
    .filter(({ name }) => name !== 'seal' && name !== 'signature')
    .flatMap((field) => {
      const { box } = field;
      const found = tighten(text, grow({ ...box, y: box.y - 1, height: box.height + 2 }, 0, page));
      return found ? numbersWithin(text, found, field.text, familyOf(field)) : [];
    });
}

/** Numbers among words whose text is known. */
export const numbersOfUnits = (ink: Ink, units: readonly Unit[]): PageNumber[] =>
  plainText(units.filter(({ kind }) => kind === 'amount' || kind === 'word')).flatMap(({ box, text }) =>
    text === null ? [] : numbersWithin(ink, box, text, null),
  );

/** None where the ink does not fall apart into as many pieces as there are characters. */
function numbersWithin(ink: Ink, box: Box, text: string, family: string | null): PageNumber[] {
  const characters = [...text.replace(/\s+/g, '')];
  const pieces = piecesOf(ink, box);
  if (pieces.length !== characters.length) return [];
  return [...characters.join('').matchAll(NUMBER)].map(({ index, 0: number }) => ({
    figures: [...number].map((figure, i) => ({ text: figure, box: pieces[index + i]! })),
    family,
  }));
}
