import { CELL } from '../../signal.ts';
import type { Keypoints } from './keypoints.ts';
import type { Matches } from './matches.ts';
import { median, type Pair } from './pairs.ts';
import { mapX, mapY, rotationOf, scaleOf } from './similarity.ts';

/** Copies within this of size 1 and turn 0 could as well be repeats of a page drawn by software. */
const UPRIGHT_SCALE = 0.01;
const UPRIGHT_TURN = 0.005;

/**
 * Share of the page's other blobs of print that have a twin as like as those of the pair. On a screenshot or a rendered page
 * a glyph comes back pixel for pixel, and nearly every blob has such a twin; on paper only copied ones do.
 * 0 for a turned or resized pair: software does not repeat print that way.
 */
export function rivalShare(pair: Pair, points: Keypoints, matches: Matches, columns: number): number {
  if (Math.abs(scaleOf(pair.map) - 1) > UPRIGHT_SCALE || Math.abs(rotationOf(pair.map)) > UPRIGHT_TURN)
    return 0;
  const region = new Set(pair.agreement.print);
  const inside = (x: number, y: number) => region.has(Math.floor(y / CELL) * columns + Math.floor(x / CELL));
  const explained: number[] = [];
  const others: number[] = [];
  for (let p = 0; p < points.count; p++) {
    const x = points.x[p];
    const y = points.y[p];
    const u = mapX(pair.map, x, y);
    const v = mapY(pair.map, x, y);
    let best = Number.POSITIVE_INFINITY;
    let own = Number.POSITIVE_INFINITY;
    for (let j = matches.start[p]; j < matches.start[p + 1]; j++) {
      if (matches.scale[j] !== 1) continue;
      const q = matches.to[j];
      const onMap = Math.abs(points.x[q] - u) < 2 && Math.abs(points.y[q] - v) < 2;
      if (onMap) own = Math.min(own, matches.distance[j]);
      else best = Math.min(best, matches.distance[j]);
    }
    if (inside(x, y)) {
      if (own < Number.POSITIVE_INFINITY) explained.push(own);
    } else if (own === Number.POSITIVE_INFINITY) others.push(best);
  }
  if (explained.length === 0 || others.length === 0) return 0;
  const level = median(explained);
  return others.filter((d) => d <= level).length / others.length;
}
