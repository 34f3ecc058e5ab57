import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { mean, median } from './robust.ts';
import { shapeDistance } from './shape.ts';

const NEAREST = 3;
/** Forms of print this much larger or smaller are not compared. */
const SIZES = 0.5;
/** The least median distance that a page is credited with. */
const FLOOR = 0.012;

/** How far each digit's form is from the nearest of the same digit in other numbers, over what the page's digits have in the median. */
export function relativeForms(numbers: readonly PrintedNumber[]): ReadonlyMap<Glyph, number> {
  const all = numbers.flatMap((number) =>
    number.glyphs
      .filter(({ touching }) => !touching)
      .map((glyph) => ({ glyph, number, size: Math.log(number.size) })),
  );
  const found = all.flatMap(({ glyph, number, size }) => {
    const same = all
      .filter(
        (peer) =>
          peer.number !== number &&
          Math.abs(peer.size - size) <= SIZES &&
          peer.glyph.character.text === glyph.character.text,
      )
      .map((peer) => shapeDistance(glyph.shape, peer.glyph.shape))
      .sort((a, b) => a - b);
    return same.length === 0 ? [] : [{ glyph, distance: mean(same.slice(0, NEAREST)) }];
  });
  const usual = FLOOR + (median(found.map(({ distance }) => distance)) || 0);
  return new Map(found.map(({ glyph, distance }) => [glyph, distance / usual]));
}
