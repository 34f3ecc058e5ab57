import type { Anchors, Pairs } from './anchors.ts';
import { type Homography, mapX, mapY } from './homography.ts';

/** For every pair, how far the other page's anchor lies from the mapped one: along that page's text, and down from it. */
export function offsets(map: Homography, a: Anchors, b: Anchors, pairs: Pairs) {
  const [cos, sin] = [Math.cos(b.angle), Math.sin(b.angle)];
  const along = new Float64Array(pairs.a.length);
  const down = new Float64Array(pairs.a.length);
  for (let k = 0; k < pairs.a.length; k++) {
    const [p, q] = [pairs.a[k]!, pairs.b[k]!];
    const dx = b.x[q]! - mapX(map, a.x[p]!, a.y[p]!);
    const dy = b.y[q]! - mapY(map, a.x[p]!, a.y[p]!);
    along[k] = dx * cos + dy * sin;
    down[k] = dy * cos - dx * sin;
  }
  return { along, down };
}
