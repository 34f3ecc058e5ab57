/** [x, y] in pixels; the middle of the top left pixel is (0.5, 0.5). */
export type Point = readonly [number, number];

/** A code's own top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point];

export const centreOf = (quad: readonly Point[]): Point => [
  quad.reduce((sum, [x]) => sum + x, 0) / quad.length,
  quad.reduce((sum, [, y]) => sum + y, 0) / quad.length,
];

export const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(ax - bx, ay - by);

/** Longest side. */
export const extentOf = (quad: Quad): number =>
  Math.max(...quad.map((corner, i) => distance(corner, quad[(i + 1) % 4]!)));

export const mapQuad = (quad: Quad, map: (point: Point) => Point): Quad => quad.map(map) as unknown as Quad;

/** Whether the point lies within the polygon, whichever way that turns (even–odd rule). */
export function contains(polygon: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i]!;
    const [bx, by] = polygon[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
