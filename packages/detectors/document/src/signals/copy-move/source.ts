/**
 * Which side of a pair is the original: interpolation smooths, so the original holds high frequencies that its resized or turned
 * copy lost (the trace that A. C. Popescu, H. Farid (2005), "Exposing digital forgeries by detecting traces of resampling",
 * IEEE TSP 53(2), look for). Moved by whole pixels, both sides are the same and the question stays open.
 */
import type { Plane } from '@jianzhen/raster';
import { CELL } from '../../signal.ts';
import type { Pair } from './pairs.ts';
import { cubic } from './registration.ts';
import { inverse, mapX, mapY, type Similarity } from './similarity.ts';

const MAX_CELLS = 60;
/** Difference of the log losses from which a side is named. */
const DECISIVE = 0.12;

/**
 * The side that was pasted: `second` is where the pair's map leads, `null` = cannot be told. What one side loses when it
 * is brought onto the other's grid is compared both ways: an original loses, a copy has lost already.
 */
export function pastedSide(plane: Plane, pair: Pair, columns: number): 'first' | 'second' | null {
  const stride = Math.max(1, Math.ceil(pair.agreement.print.length / MAX_CELLS));
  const back = inverse(pair.map);
  let first = 0;
  let firstOntoSecond = 0;
  let second = 0;
  let secondOntoFirst = 0;
  for (let n = 0; n < pair.agreement.print.length; n += stride) {
    const cell = pair.agreement.print[n];
    const x = (cell % columns) * CELL;
    const y = Math.floor(cell / columns) * CELL;
    const u = Math.round(mapX(pair.map, x, y));
    const v = Math.round(mapY(pair.map, x, y));
    const own = detail(plane, IDENTITY, x, y);
    const brought = detail(plane, pair.map, x, y);
    const other = detail(plane, IDENTITY, u, v);
    const sent = detail(plane, back, u, v);
    if (Number.isNaN(own + brought + other + sent)) continue;
    first += own;
    secondOntoFirst += brought / (pair.gain * pair.gain);
    second += other;
    firstOntoSecond += sent * pair.gain * pair.gain;
  }
  if (!(first > 0 && second > 0 && firstOntoSecond > 0 && secondOntoFirst > 0)) return null;
  const lead = Math.log(first / secondOntoFirst) - Math.log(second / firstOntoSecond);
  if (lead > DECISIVE) return 'second';
  return lead < -DECISIVE ? 'first' : null;
}

const IDENTITY: Similarity = { a: 1, b: 0, tx: 0, ty: 0 };
const SIDE = CELL + 2;
const samples = new Float64Array(SIDE * SIDE);

/** Energy of the Laplacian over the cell at (x, y), of the plane as seen through the map. */
function detail(plane: Plane, map: Similarity, x: number, y: number): number {
  for (let j = 0; j < SIDE; j++) {
    for (let i = 0; i < SIDE; i++) {
      const px = x + i - 1;
      const py = y + j - 1;
      samples[j * SIDE + i] = cubic(plane, mapX(map, px, py), mapY(map, px, py));
    }
  }
  let energy = 0;
  for (let j = 1; j <= CELL; j++) {
    for (let i = 1; i <= CELL; i++) {
      const at = j * SIDE + i;
      const laplacian =
        4 * samples[at] - samples[at - 1] - samples[at + 1] - samples[at - SIDE] - samples[at + SIDE];
      energy += laplacian * laplacian;
    }
  }
  return energy;
}
