import type { TemplateMaterial } from '../types.ts';
import type { Anchors } from './anchors.ts';
import type { Bands } from './bands.ts';
import { rowAt } from './slant.ts';
import { type Homography, mapX, mapY } from './homography.ts';

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
): Uint8Array {
  const kinds = new Uint8Array(a.count);
  const known = order.findIndex((p) => moved[p] === main && home[p] === 1);
  const first = known < 0 ? order.findIndex((p) => moved[p] === main) : known;
  let [least, most] = [main, main];
  const walk = (step: 1 | -1) => {
    // Bands without any label at home are entries that are alike by chance.
    let [last, kind] = [order[first]!, 0];
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
          else if (kind < 2 && grew(a, b, upper, lower, moved, map, pageA, pageB)) kind = 1;
          else kind = 2;
          if (kind < 2) [least, most] = [Math.min(least, amount), Math.max(most, amount)];
        }
        last = p;
      }
      kinds[p] = moved[p] === main ? 0 : Math.max(1, kind);
    }
  };
  walk(-1);
  walk(1);
  return kinds;
}

/** What a foot may be off between the amounts of the bands above it, in sizes. */
const SLACK = 0.4;
/** Least and greatest step a row, in sizes. */
const ROW = [0.7, 6] as const;

function grew(
  a: Anchors,
  b: Anchors,
  upper: number,
  lower: number,
  moved: Float64Array,
  map: Homography,
  pageA: TemplateMaterial,
  pageB: TemplateMaterial,
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
    rows(pageA, a, top[0], bottom[0]),
    rows(pageB, b, top[1], bottom[1]),
  ];
  const more = (rowsB - rowsA) * Math.sign(difference);
  const step = Math.abs(difference) / (more * b.usual);
  return more > 0 && step > ROW[0] && step < ROW[1];
}

/** Distance in sizes from which two pieces of text stand in two rows. */
const ROW_GAP = 0.6;

/** Rows of text between two heights. */
function rows({ words, fills, width, height }: TemplateMaterial, page: Anchors, top: number, bottom: number): number {
  const heights: number[] = [];
  const take = (x: number, y: number) => {
    const at = rowAt(page.slant, x - width / 2, y - height / 2);
    if (at > top && at < bottom) heights.push(at);
  };
  for (const { x1, y1 } of words) take(x1, y1);
  for (const { x, y } of fills) take(x, y);
  return clusters(heights, ROW_GAP * page.usual);
}

function clusters(values: number[], gap: number): number {
  values.sort((p, q) => p - q);
  let [count, last] = [0, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (value - last > gap) count++;
    last = value;
  }
  return count;
}
