import { distance, type Point, type Quad } from '../geometry.ts';

type Line = readonly [a: number, b: number, c: number];

/** Four corners of a convex outline, clockwise on the picture, sharpened by lines through its sides; null of what is flat. */
export function fitQuad(outline: readonly Point[]): Quad | null {
  const corners = farCorners(outline);
  if (!corners) return null;
  const lines = corners.map((corner, i) => sideLine(outline, corner, corners[(i + 1) % 4]!));
  return corners.map((corner, i) => {
    const sharp = crossing(lines[(i + 3) % 4]!, lines[i]!);
    return sharp && distance(sharp, corner) <= 1 + 0.15 * distance(corner, corners[(i + 2) % 4]!)
      ? sharp
      : corner;
  }) as unknown as Quad;
}

function farCorners(outline: readonly Point[]): Quad | null {
  if (outline.length < 6) return null;
  const farthest = (value: (point: Point) => number) =>
    outline.reduce((best, point) => (value(point) > value(best) ? point : best));
  const middle: Point = [
    outline.reduce((sum, [x]) => sum + x, 0) / outline.length,
    outline.reduce((sum, [, y]) => sum + y, 0) / outline.length,
  ];
  const first = farthest((point) => distance(point, middle));
  const third = farthest((point) => distance(point, first));
  const side = ([x, y]: Point) =>
    (third[0] - first[0]) * (y - first[1]) - (third[1] - first[1]) * (x - first[0]);
  const length = distance(first, third);
  // With y downwards, what lies to the right of the way from first to third has a positive side.
  const fourth = farthest(side);
  const second = farthest((point) => -side(point));
  if (side(fourth) / length < 0.1 * length || -side(second) / length < 0.1 * length) return null;
  return [first, second, third, fourth];
}

/** Total least squares through the points beside the middle of a side. */
function sideLine(outline: readonly Point[], from: Point, to: Point): Line {
  const length = distance(from, to);
  const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  let [n, sx, sy, sxx, sxy, syy] = [0, 0, 0, 0, 0, 0];
  for (const [x, y] of outline) {
    const along = ((x - from[0]) * ux + (y - from[1]) * uy) / length;
    const across = Math.abs((y - from[1]) * ux - (x - from[0]) * uy);
    if (along < 0.12 || along > 0.88 || across > 0.12 * length + 0.8) continue;
    n++;
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
    syy += y * y;
  }
  if (n < 3) return [uy, -ux, uy * from[0] - ux * from[1]];
  const angle = 0.5 * Math.atan2(2 * (sxy - (sx * sy) / n), sxx - (sx * sx) / n - (syy - (sy * sy) / n));
  const [a, b] = [Math.sin(angle), -Math.cos(angle)];
  return [a, b, (a * sx + b * sy) / n];
}

function crossing([a, b, c]: Line, [d, e, f]: Line): Point | null {
  const det = a * e - b * d;
  return Math.abs(det) < 0.1 ? null : [(c * e - b * f) / det, (a * f - c * d) / det];
}
