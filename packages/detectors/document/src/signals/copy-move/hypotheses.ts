/**
 * Pairs of places that one similarity explains together. Agreement of neighbouring matches instead of a dense field's linear
 * fit (Cozzolino, Poggi, Verdoliva 2015, section IV): print leaves most of a page without features.
 */
import type { Keypoints } from './keypoints.ts';
import type { Matches } from './matches.ts';
import { anchored, fitSimilarity, mapX, mapY, type Similarity } from './similarity.ts';

export interface Hypothesis {
  readonly map: Similarity;
  /** Keypoints that the map explains, numbers of the first places. */
  readonly members: readonly number[];
}

/** Pixels within which neighbours are asked. */
const REACH = 44;
/** Sum over supporting matches of 1 − distance, from which a map is worth a look. */
const MIN_SUPPORT = 2.2;
const TOLERANCE = 1.6;
const TOLERANCE_PER_PIXEL = 0.05;
const SCALE_TOLERANCE = 1.11;
/** Neighbours asked for the ranking; the best maps then ask all. */
const ASKED = 28;
/** Maps that agree this closely, in pixels, near each other, are one. */
const SAME = 4;

/** The `limit` best-supported maps, none a repetition of a better one or of its inverse. */
export function hypotheses(points: Keypoints, matches: Matches, limit: number): Hypothesis[] {
  const near = neighbours(points);
  const found = supporters(points, matches, near);
  const support = new Float64Array(matches.count);
  for (let i = 0; i < matches.count; i++) {
    let sum = 0;
    const count = found(i, ASKED);
    for (let k = 0; k < count; k++) sum += 1 - matches.distance[SUPPORTERS[k]];
    support[i] = sum;
  }
  const order: number[] = [];
  for (let i = 0; i < matches.count; i++) if (support[i] >= MIN_SUPPORT) order.push(i);
  order.sort((a, b) => support[b] - support[a] || matches.distance[a] - matches.distance[b] || a - b);
  const taken: Hypothesis[] = [];
  for (const i of order) {
    if (taken.length >= limit) break;
    if (taken.some((t) => explains(t, points, matches.from[i], matches.to[i]))) continue;
    const which = SUPPORTERS.slice(0, found(i, SUPPORTERS.length));
    taken.push({
      map: refit(points, matches, i, which),
      members: Array.from(which, (j) => matches.from[j]),
    });
  }
  return taken;
}

/** Keypoints within `REACH` of each keypoint, itself among them: those of p are `list[start[p]]` to `list[start[p + 1]]`. */
function neighbours(points: Keypoints): { start: Int32Array; list: Int32Array } {
  const cells = new Map<number, number[]>();
  const key = (x: number, y: number) => Math.floor(y / REACH) * 65536 + Math.floor(x / REACH);
  for (let p = 0; p < points.count; p++) {
    const at = key(points.x[p], points.y[p]);
    const cell = cells.get(at);
    if (cell) cell.push(p);
    else cells.set(at, [p]);
  }
  const start = new Int32Array(points.count + 1);
  const list: number[] = [];
  for (let p = 0; p < points.count; p++) {
    start[p] = list.length;
    for (let cy = -1; cy <= 1; cy++) {
      for (let cx = -1; cx <= 1; cx++) {
        for (const n of cells.get(key(points.x[p] + cx * REACH, points.y[p] + cy * REACH)) ?? []) {
          const dx = points.x[n] - points.x[p];
          const dy = points.y[n] - points.y[p];
          if (dx * dx + dy * dy <= REACH * REACH) list.push(n);
        }
      }
    }
  }
  start[points.count] = list.length;
  return { start, list: Int32Array.from(list) };
}

/** Matches found by the last call of a function that `supporters` made. */
const SUPPORTERS = new Int32Array(4096);

/** Per match: how many keypoints near its first place have a match that its similarity predicts, the match itself
 * among them; of at most `most` keypoints, evenly thinned. */
function supporters(points: Keypoints, matches: Matches, near: { start: Int32Array; list: Int32Array }) {
  const { x, y } = points;
  const { start, from, scale } = matches;
  const toX = Float32Array.from(matches.to, (q) => x[q]);
  const toY = Float32Array.from(matches.to, (q) => y[q]);
  return (i: number, most: number): number => {
    const p = from[i];
    const map = pairSimilarity(points, matches, i);
    const stride = Math.ceil((near.start[p + 1] - near.start[p]) / most);
    let count = 0;
    for (let k = near.start[p]; k < near.start[p + 1]; k += stride) {
      const n = near.list[k];
      const u = map.a * x[n] - map.b * y[n] + map.tx;
      const v = map.b * x[n] + map.a * y[n] + map.ty;
      const tolerance = TOLERANCE + TOLERANCE_PER_PIXEL * (Math.abs(x[n] - x[p]) + Math.abs(y[n] - y[p]));
      for (let j = start[n]; j < start[n + 1]; j++) {
        if (Math.abs(toX[j] - u) > tolerance || Math.abs(toY[j] - v) > tolerance) continue;
        if (scale[j] > SCALE_TOLERANCE * scale[i] || scale[i] > SCALE_TOLERANCE * scale[j]) continue;
        SUPPORTERS[count++] = j;
        break;
      }
    }
    return count;
  };
}

function pairSimilarity(points: Keypoints, matches: Matches, i: number): Similarity {
  const p = matches.from[i];
  const q = matches.to[i];
  const s = matches.scale[i];
  const a = s * Math.cos(matches.rotation[i]);
  const b = s * Math.sin(matches.rotation[i]);
  return anchored(a, b, points.x[p], points.y[p], points.x[q], points.y[q]);
}

function refit(points: Keypoints, matches: Matches, i: number, which: Int32Array): Similarity {
  const single = pairSimilarity(points, matches, i);
  if (which.length < 3) return single;
  const pick = (values: Float32Array, ends: Int32Array) => Array.from(which, (j) => values[ends[j]]);
  const fitted = fitSimilarity(
    pick(points.x, matches.from),
    pick(points.y, matches.from),
    pick(points.x, matches.to),
    pick(points.y, matches.to),
  );
  return fitted ?? single;
}

function explains({ map, members }: Hypothesis, points: Keypoints, p: number, q: number): boolean {
  const first = members[0];
  const oneWay = (i: number, j: number) => {
    const x = points.x[i];
    const y = points.y[i];
    return (
      Math.abs(mapX(map, x, y) - points.x[j]) < SAME &&
      Math.abs(mapY(map, x, y) - points.y[j]) < SAME &&
      Math.hypot(points.x[first] - x, points.y[first] - y) < 2 * REACH
    );
  };
  return oneWay(p, q) || oneWay(q, p);
}
