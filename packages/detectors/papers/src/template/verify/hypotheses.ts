import type { Anchors, Pairs } from './anchors.ts';
import { type Homography, mapX, mapY, type Prior, similarityAt } from './homography.ts';

/** Pairs that are tried, and by which each is judged, at most. */
const TRIED = 64;
/** Residual in sizes that a similarity leaves where a page was photographed askew. */
const ASKEW = 1.6;
/** Log of the ratio by which the print of a pair may differ in scale from that of the pages. */
const SCALE_OFF = 0.2;

/** Turn and scale between two pages as their print tells them; null without pairs. */
export function priorOf(a: Anchors, b: Anchors, pairs: Pairs, rare: readonly number[]): Prior | null {
  const scales = rare.map((k) => b.pitch[pairs.b[k]!]! / a.pitch[pairs.a[k]!]!).sort((x, y) => x - y);
  const scale = scales[scales.length >> 1];
  return scale === undefined ? null : { turn: b.angle - a.angle, scale, angle: a.angle };
}

/** Similarities of the prior's turn and scale through each of the rare pairs, those that explain most first. */
export function hypotheses(
  a: Anchors,
  b: Anchors,
  pairs: Pairs,
  rare: readonly number[],
  { turn, scale }: Prior,
): Homography[] {
  const stride = Math.ceil(rare.length / TRIED);
  const judges = rare.filter((_, i) => i % stride === 0);
  const tried = judges.flatMap((k) => {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    if (Math.abs(Math.log(b.pitch[q]! / a.pitch[p]! / scale)) > SCALE_OFF) return [];
    const map = similarityAt(turn, scale, a.x[p]!, a.y[p]!, b.x[q]!, b.y[q]!);
    return [{ map, score: agreement(map, a, b, pairs, judges) }];
  });
  return distinct(
    tried.sort((x, y) => y.score - x.score).map(({ map }) => map),
    1.5 * b.usual,
  );
}

/** Maps that take the page's middle to places at least so far apart. */
function distinct(maps: readonly Homography[], apart: number): Homography[] {
  const kept: Homography[] = [];
  for (const map of maps)
    if (kept.every((other) => Math.hypot(map[2] - other[2], map[5] - other[5]) > apart)) kept.push(map);
  return kept;
}

function agreement(map: Homography, a: Anchors, b: Anchors, pairs: Pairs, judges: readonly number[]): number {
  let score = 0;
  for (const k of judges) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const dx = mapX(map, a.x[p]!, a.y[p]!) - b.x[q]!;
    const dy = mapY(map, a.x[p]!, a.y[p]!) - b.y[q]!;
    const square = (dx * dx + dy * dy) / (ASKEW * b.size[q]!) ** 2;
    if (square < 1) score += (1 - square) * a.weight[p]!;
  }
  return score;
}
