import type { TemplateMaterial } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Bands } from './bands.ts';
import { type Homography, mapY } from './homography.ts';

/** The amount by which most of the text is moved. */
export function base(a: Anchors, { moved }: Bands): number {
  const weights = new Map<number, number>();
  moved.forEach((amount, p) => {
    weights.set(amount, (weights.get(amount) ?? 0) + a.weight[p]!);
  });
  return [...weights].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

/**
 * The kind of each anchor's band: 0 the base, 1 moved because what lies between grew, 2 moved for no such reason. Something grew
 * where the page with the wider gap holds more text in it.
 */
export function growth(
  a: Anchors,
  { moved, order }: Bands,
  map: Homography,
  [pageA, pageB]: readonly [TemplateMaterial, TemplateMaterial],
  main: number,
): Uint8Array {
  const kinds = new Uint8Array(a.count);
  const first = order.findIndex((p) => moved[p] === main);
  const walk = (from: number, step: 1 | -1) => {
    let kind = 0;
    for (let i = from + step; i >= 0 && i < order.length; i += step) {
      const [p, before] = [order[i]!, order[i - step]!];
      if (moved[p] !== moved[before]) {
        if (moved[p] === main) kind = 0;
        else {
          const [upper, lower] = step > 0 ? [before, p] : [p, before];
          kind = grew(a, upper, lower, moved, map, pageA, pageB) ? Math.max(1, kind) : 2;
        }
      }
      kinds[p] = kind;
    }
  };
  walk(first, 1);
  walk(first, -1);
  return kinds;
}

/** Text above the step that may belong to the list or paragraph itself, in shares of the step. */
const REACH = 1;

function grew(
  a: Anchors,
  upper: number,
  lower: number,
  moved: Float64Array,
  map: Homography,
  pageA: TemplateMaterial,
  pageB: TemplateMaterial,
): boolean {
  const difference = moved[lower]! - moved[upper]!;
  const reach = REACH * Math.abs(difference);
  const [from, until] = [a.y[upper]! - reach, a.y[lower]! - 0.5 * a.size[lower]!];
  const at = (anchor: number, y: number) => mapY(map, a.x[anchor]!, y) + moved[anchor]!;
  const inA = contents(pageA, from, until);
  const inB = contents(pageB, at(upper, from), at(lower, until));
  return difference > 0 ? inB > inA : inA > inB;
}

/** Words longer than this do not come and go with a list. */
const LONGEST_ENTRY = 5;

/** Entries and running text between two heights, counted from the page's middle; labels and headings come and go with the template alone. */
function contents({ words, fills, height }: TemplateMaterial, from: number, until: number): number {
  const inside = (y: number) => y - height / 2 > from && y - height / 2 < until;
  const entries = words.filter(
    ({ role, text, y1 }) =>
      inside(y1) &&
      (role === 'value' || role === 'flow' || (role === 'plain' && text.length <= LONGEST_ENTRY)),
  );
  return entries.length + fills.filter(({ y }) => inside(y)).length;
}
