import type { Glyph } from './glyph.ts';
import type { PrintedNumber } from './numbers.ts';
import { mean, median } from './robust.ts';
import { shapeDistance } from './shape.ts';

/** How far a digit's form is from the same digit elsewhere on the page. */
export interface FormDistance {
  /** Mean distance to the nearest of the same digit outside its number; NaN where there is none. */
  readonly same: number;
  /** Median distance to all of them. */
  readonly usual: number;
  /** `same` over what the page's digits have in the median. */
  readonly relative: number;
  /** Distance to the nearest of another digit: less than `same` where it was misread. */
  readonly other: number;
  /** Logarithm of width over height, less the median of the same digit's; 0 where there is none. */
  readonly width: number;
  readonly peers: number;
}

const NEAREST = 3;
/** Forms of print this much larger or smaller are not compared. */
const SIZES = 0.5;
/** The least median distance that a page is credited with. */
const FLOOR = 0.012;

const slimness = ({ left, right, top, bottom }: Glyph) => Math.log((right - left) / (bottom - top));

export function formDistances(numbers: readonly PrintedNumber[]): Map<Glyph, FormDistance> {
  const all = numbers.flatMap((number) =>
    number.glyphs
      .filter(({ touching }) => !touching)
      .map((glyph) => ({ glyph, number, size: Math.log(number.size) })),
  );
  const found = all.map(({ glyph, number, size }) => {
    const same: number[] = [];
    const slim: number[] = [];
    let other = Number.POSITIVE_INFINITY;
    for (const peer of all) {
      if (peer.number === number || Math.abs(peer.size - size) > SIZES) continue;
      const distance = shapeDistance(glyph.shape, peer.glyph.shape);
      if (peer.glyph.character.text === glyph.character.text) {
        same.push(distance);
        slim.push(slimness(peer.glyph));
      } else other = Math.min(other, distance);
    }
    const nearest = same.sort((a, b) => a - b).slice(0, NEAREST);
    return {
      glyph,
      same: mean(nearest),
      usual: median(same),
      other: Number.isFinite(other) ? other : Number.NaN,
      width: slim.length === 0 ? 0 : slimness(glyph) - median(slim),
      peers: same.length,
    };
  });
  const usual = FLOOR + (median(found.map(({ same }) => same).filter(Number.isFinite)) || 0);
  return new Map(
    found.map(({ glyph, ...distance }) => [glyph, { ...distance, relative: distance.same / usual }]),
  );
}
