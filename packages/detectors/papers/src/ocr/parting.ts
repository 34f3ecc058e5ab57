import type { OrientedRectangle } from './geometry/rectangle.ts';
import { pointWithin } from './geometry/rectangle.ts';
import type { Crossing } from './layout/crossings.ts';
import { type Ink, inkOf } from './recognise/ink.ts';
import { type Strip, squeezeOf } from './strips/crop.ts';

/** White between two cells, in columns of a strip at its natural width: more than between two words, which a merged cell may hold. */
const LEAST_WHITE = 14;
/** Columns with less than this share of the mean ink are white. */
const EMPTY = 0.05;

/** The parts of a line that detection joined from cells of a table: cut where there is white between the columns. */
export function partsOf(strip: Strip, crossings: readonly Crossing[]): OrientedRectangle[] {
  const { rectangle, width } = strip;
  const ink = inkOf(strip);
  const cuts = crossings.flatMap(
    ({ from, to }) => whiteWithin(ink, from * width, to * width, squeezeOf(strip)) ?? [],
  );
  const ends = [0, ...cuts.sort((a, b) => a - b), width].map((x) => (x / width - 0.5) * rectangle.width);
  return ends.slice(1).map((right, i) => {
    const left = ends[i];
    const { x, y } = pointWithin(rectangle, (left + right) / 2, 0);
    return { ...rectangle, cx: x, cy: y, width: right - left };
  });
}

/** Middle of the widest white between two columns of the strip and half as much around; null where it is too narrow. */
function whiteWithin({ columns }: Ink, from: number, to: number, squeeze: number): number | null {
  const empty = (EMPTY * columns.reduce((sum, value) => sum + value, 0)) / columns.length;
  const margin = Math.max((squeeze * LEAST_WHITE) / 2, (to - from) / 2);
  let best: number | null = null;
  let widest = squeeze * LEAST_WHITE - 1;
  let run = 0;
  for (let x = Math.max(0, Math.floor(from - margin)); x < Math.min(columns.length, to + margin); x++) {
    run = columns[x] <= empty ? run + 1 : 0;
    if (run > widest) [widest, best] = [run, x + 1 - run / 2];
  }
  return best;
}
