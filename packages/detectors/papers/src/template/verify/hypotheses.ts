import { mix } from '../sketch/hash.ts';
import type { Anchors, Pairs } from './anchors.ts';
import { type Homography, type Match, mapX, mapY, similarityThrough } from './homography.ts';

/** Samples drawn; two pages of one template agree in most of their rare pairs, so that few would do. */
const SAMPLES = 64;
/** Pairs by which a sample is judged, at most. */
const JUDGES = 60;
/** Residual in sizes that a similarity leaves where a page was photographed askew. */
const ASKEW = 1.6;
/** Least distance of two sampled points, in sizes, and most disagreement of the map's scale with that of the print. */
const FAR = 4;
const SCALE_OFF = 0.35;

/** Similarities through two rare pairs, those that explain most first. */
export function hypotheses(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  rare: readonly number[],
  seed: number,
): Homography[] {
  if (rare.length < 2) return [];
  const stride = Math.ceil(rare.length / JUDGES);
  const judges = rare.filter((_, i) => i % stride === 0);
  const tried: { map: Homography; score: number }[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const p = rare[mix(seed + 2 * sample) % rare.length]!;
    const q = rare[mix(seed + 2 * sample + 1) % rare.length]!;
    const map = through(a, b, pairs, p, q);
    if (map !== null) tried.push({ map, score: agreement(map, a, b, pairs, judges) });
  }
  return tried.sort((x, y) => y.score - x.score).map(({ map }) => map);
}

function through(a: Anchors, b: Anchors, pairs: Pairs, p: number, q: number): Homography | null {
  const [from, to] = [matchOf(a, b, pairs, p), matchOf(a, b, pairs, q)];
  const size = a.size[pairs.a[p]!]!;
  if (Math.hypot(from.ax - to.ax, from.ay - to.ay) < FAR * size) return null;
  const map = similarityThrough(from, to);
  const printed = b.pitch[pairs.b[p]!]! / a.pitch[pairs.a[p]!]!;
  return Math.abs(Math.log(Math.hypot(map[0], map[3]) / printed)) > SCALE_OFF ? null : map;
}

const matchOf = (a: Anchors, b: Anchors, pairs: Pairs, k: number): Match => ({
  ax: a.x[pairs.a[k]!]!,
  ay: a.y[pairs.a[k]!]!,
  bx: b.x[pairs.b[k]!]!,
  by: b.y[pairs.b[k]!]!,
  weight: 1,
});

function agreement(map: Homography, a: Anchors, b: Anchors, pairs: Pairs, judges: readonly number[]): number {
  let score = 0;
  for (const k of judges) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const dx = mapX(map, a.x[p]!, a.y[p]!) - b.x[q]!;
    const dy = mapY(map, a.x[p]!, a.y[p]!) - b.y[q]!;
    const off = Math.hypot(dx, dy) / (ASKEW * b.size[q]!);
    if (off < 1) score += (1 - off * off) * a.weight[p]!;
  }
  return score;
}
