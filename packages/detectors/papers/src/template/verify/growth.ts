import type { TemplateMaterial } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Bands } from './bands.ts';
import { type Homography, mapX, mapY } from './homography.ts';
import { rows } from './rows.ts';
import { rowAt } from './slant.ts';

/** The amount by which most of the text at home is moved. */
export function base(a: Anchors, { moved }: Bands, home: Uint8Array): number {
  const weights = new Map<number, number>();
  moved.forEach((amount, p) => {
    weights.set(amount, (weights.get(amount) ?? 0) + a.weight[p]! * (home[p] ? 1 : 0.01));
  });
  return [...weights].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

/**
 * The kind of each anchor's band: 0 the base, 1 moved because what lies between grew, 2 moved for no such reason. Something grew
 * where the page with the wider gap has more rows of entries or running text in it; what stands at a page's foot then gives
 * way to it less, or not at all.
 */
export function growth(
  a: Anchors,
  b: Anchors,
  { moved, order }: Bands,
  map: Homography,
  [pageA, pageB]: readonly [TemplateMaterial, TemplateMaterial],
  main: number,
  home: Uint8Array,
  fixed: readonly [Uint8Array, Uint8Array],
): Uint8Array {
  const kinds = new Uint8Array(a.count);
  const known = order.findIndex((p) => moved[p] === main && home[p] === 1);
  const first = known < 0 ? order.findIndex((p) => moved[p] === main) : known;
  let [least, most] = [main, main];
  const reached = (p: number, last: number): boolean =>
    Math.abs(moved[p]! - moved[last]!) / b.usual < (REACH * Math.abs(a.y[p]! - a.y[last]!)) / a.usual;
  const walk = (step: 1 | -1) => {
    // Bands without any label at home are entries that are alike by chance.
    let [last, kind, rest] = [order[first]!, 0, main];
    for (let i = first; i >= 0 && i < order.length; i += step) {
      const p = order[i]!;
      if (home[p]) {
        if (moved[p] !== moved[last]) {
          const amount = moved[p]!;
          const [upper, lower] = step > 0 ? [last, p] : [p, last];
          const back = amount === main;
          const within = step > 0 && amount > least - SLACK * a.usual && amount < most + SLACK * a.usual;
          if (back) kind = 0;
          else if (within) kind = 1;
          else if (kind === 0 && reached(p, last)) rest = amount;
          else if (kind < 2 && grew(a, b, upper, lower, moved, map, [pageA, pageB], fixed)) kind = 1;
          else kind = 2;
          if (kind < 2) [least, most] = [Math.min(least, amount), Math.max(most, amount)];
        }
        last = p;
      }
      kinds[p] = moved[p] === main || moved[p] === rest ? 0 : Math.max(1, kind);
    }
  };
  walk(-1);
  walk(1);
  return kinds;
}

/** A band that moves by no more than this share of its distance from the last text has not moved: perspective is known no better. */
const REACH = 0.055;
/** What a foot may be off between the amounts of the bands above it, in sizes. */
const SLACK = 0.4;
/** Least and greatest step a row, in sizes. */
const ROW = [0.7, 6] as const;
/** Greatest distance of a paragraph's lines, in sizes. */
const LINE = 2.8;

function grew(
  a: Anchors,
  b: Anchors,
  upper: number,
  lower: number,
  moved: Float64Array,
  map: Homography,
  [pageA, pageB]: readonly [TemplateMaterial, TemplateMaterial],
  fixed: readonly [Uint8Array, Uint8Array],
): boolean {
  const difference = moved[lower]! - moved[upper]!;
  const inside = 0.5 * a.size[upper]!;
  const between = (anchor: number, edge: number) => {
    const [x, y] = [a.x[anchor]!, a.y[anchor]! + edge];
    const [u, v] = [mapX(map, x, y), mapY(map, x, y) + moved[anchor]!];
    return [rowAt(a.slant, x, y), rowAt(b.slant, u, v)] as const;
  };
  const [top, bottom] = [between(upper, inside), between(lower, -inside)];
  const [rowsA, rowsB] = [
    rows(pageA, a, fixed[0], top[0], bottom[0]),
    rows(pageB, b, fixed[1], top[1], bottom[1]),
  ];
  const more = (rowsB.count - rowsA.count) * Math.sign(difference);
  const size = Math.abs(difference) / b.usual;
  // The last line of a paragraph may hold a single character, which is no word.
  if (more === 0) return (rowsA.flow || rowsB.flow) && size > ROW[0] && size < LINE;
  return more > 0 && size > ROW[0] * more && size < ROW[1] * more;
}
