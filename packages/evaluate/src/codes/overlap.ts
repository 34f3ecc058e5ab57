// Sutherland and Hodgman, "Reentrant Polygon Clipping", Communications of the ACM 17(1), 1974.

/** [x, y] in pixels. */
export type Point = readonly [number, number];

/** Intersection over union of two convex polygons, whichever way they turn; 0 of what has no area. */
export function polygonOverlap(a: readonly Point[], b: readonly Point[]): number {
  const both = Math.abs(area(clip(clockwise(a), clockwise(b))));
  const all = Math.abs(area(a)) + Math.abs(area(b)) - both;
  return all > 0 ? both / all : 0;
}

function area(polygon: readonly Point[]): number {
  let sum = 0;
  polygon.forEach(([x, y], i) => {
    const [nx, ny] = polygon[(i + 1) % polygon.length]!;
    sum += x * ny - nx * y;
  });
  return sum / 2;
}

const clockwise = (polygon: readonly Point[]): readonly Point[] =>
  area(polygon) >= 0 ? polygon : polygon.toReversed();

function clip(subject: readonly Point[], window: readonly Point[]): readonly Point[] {
  let out = subject;
  window.forEach(([ax, ay], i) => {
    const [bx, by] = window[(i + 1) % window.length]!;
    const side = ([x, y]: Point) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    out = out.flatMap((point, k): Point[] => {
      const next = out[(k + 1) % out.length]!;
      const [s, t] = [side(point), side(next)];
      const kept: Point[] = s >= 0 ? [point] : [];
      if (s >= 0 === t >= 0) return kept;
      const share = s / (s - t);
      return [...kept, [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])]];
    });
  });
  return out;
}
