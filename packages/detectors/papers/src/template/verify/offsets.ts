import type { Anchors, Pairs } from './anchors.ts';
import type { Homography } from './homography.ts';

/** For every pair, how far the other page's anchor lies from the mapped one: along that page's text, and down from it. */
export function offsets(map: Homography, a: Anchors, b: Anchors, pairs: Pairs) {
  const cos = Math.cos(b.angle);
  const sin = Math.sin(b.angle);
  const [m0, m1, m2, m3, m4, m5, m6, m7] = map;
  const along = new Float64Array(pairs.a.length);
  const down = new Float64Array(pairs.a.length);
  for (let k = 0; k < pairs.a.length; k++) {
    const p = pairs.a[k]!;
    const q = pairs.b[k]!;
    const x = a.x[p]!;
    const y = a.y[p]!;
    const scale = 1 / (m6 * x + m7 * y + 1);
    const dx = b.x[q]! - (m0 * x + m1 * y + m2) * scale;
    const dy = b.y[q]! - (m3 * x + m4 * y + m5) * scale;
    along[k] = dx * cos + dy * sin;
    down[k] = dy * cos - dx * sin;
  }
  return { along, down };
}
