// A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions" (Information Processing Letters 9, 1979);
// H. Freeman, R. Shapira, "Determining the minimum-area encasing rectangle for an arbitrary closed curve" (CACM 18, 1975): one of its
// sides lies on a side of the hull.

import type { Point } from '../../text.ts';
import type { OrientedRectangle } from './rectangle.ts';

const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

function chain(points: readonly Point[]): Point[] {
  const out: Point[] = [];
  for (const point of points) {
    while (out.length > 1 && cross(out.at(-2)!, out.at(-1)!, point) <= 0) out.pop();
    out.push(point);
  }
  return out.slice(0, -1);
}

/** Corners of the convex hull in order around it. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  return [...chain(sorted), ...chain(sorted.reverse())];
}

/** The smallest rectangle with its width along `angle` around the points. */
export function rectangleAt(points: readonly Point[], angle: number): OrientedRectangle {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    cx: u * cos - v * sin,
    cy: u * sin + v * cos,
    width: right - left,
    height: bottom - top,
    angle,
  };
}

/** The rectangle of the least area around a hull, its angle in [-π/4, π/4]. */
export function minimumAreaRectangle(hull: readonly Point[]): OrientedRectangle {
  let best = rectangleAt(hull, 0);
  for (const [i, from] of hull.entries()) {
    const to = hull[(i + 1) % hull.length];
    const direction = Math.atan2(to.y - from.y, to.x - from.x);
    const rectangle = rectangleAt(hull, withinQuarter(direction));
    if (rectangle.width * rectangle.height < best.width * best.height) best = rectangle;
  }
  return best;
}

/** The direction that differs by quarter turns alone and lies in [-π/4, π/4]. */
export function withinQuarter(angle: number): number {
  return angle - Math.round(angle / (Math.PI / 2)) * (Math.PI / 2);
}
