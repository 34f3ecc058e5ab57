// Fitting a plane's map to matched points: R. Hartley, A. Zisserman, "Multiple View Geometry" (2nd ed. 2004), §4.1, by weighted
// normal equations; what the print tells of turn and scale keeps a single column of labels from shearing the page.

import { NormalEquations } from './normal-equations.ts';

/** Row-major 3 × 3, last element 1, acting on (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export interface Match {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
  readonly weight: number;
}

export function mapX(h: Homography, x: number, y: number): number {
  return (h[0] * x + h[1] * y + h[2]) / (h[6] * x + h[7] * y + 1);
}

export function mapY(h: Homography, x: number, y: number): number {
  return (h[3] * x + h[4] * y + h[5]) / (h[6] * x + h[7] * y + 1);
}

/** How much longer lengths become about a point: the root of the determinant of the derivative. */
export function scaleAt(h: Homography, x: number, y: number): number {
  const w = h[6] * x + h[7] * y + 1;
  const [u, v] = [mapX(h, x, y), mapY(h, x, y)];
  const [a, b] = [h[0] - u * h[6], h[1] - u * h[7]];
  const [c, d] = [h[3] - v * h[6], h[4] - v * h[7]];
  return Math.sqrt(Math.abs(a * d - b * c)) / Math.abs(w);
}

/** How much longer lengths in a direction become about a point. @param angle radians clockwise */
export function stretchAlong(h: Homography, x: number, y: number, angle: number): number {
  const w = h[6] * x + h[7] * y + 1;
  const [u, v] = [mapX(h, x, y), mapY(h, x, y)];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const dx = (h[0] - u * h[6]) * cos + (h[1] - u * h[7]) * sin;
  const dy = (h[3] - v * h[6]) * cos + (h[4] - v * h[7]) * sin;
  return Math.hypot(dx, dy) / Math.abs(w);
}

/** The inverse, scaled so that its last element is 1; null where the map is flat. */
export function inverted([a, b, c, d, e, f, g, h]: Homography): Homography | null {
  const last = a * e - b * d;
  if (Math.abs(last) < 1e-9) return null;
  const entries = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ];
  return [...entries.map((entry) => entry / last), 1] as unknown as Homography;
}

/** The similarity of a turn and a scale that takes a point to a point. */
export function similarityAt(
  turn: number,
  scale: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): Homography {
  const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
  return [cos, -sin, bx - cos * ax + sin * ay, sin, cos, by - sin * ax - cos * ay, 0, 0, 1];
}

/** What is known of a map before points are matched: the print's direction and scale on both pages. */
export interface Prior {
  /** Turn of the text's direction, radians, and ratio of the distances of characters. */
  readonly turn: number;
  readonly scale: number;
  /** Direction of the text on the first page, radians. */
  readonly angle: number;
}

/**
 * Weights of the prior, as (residual of a match / what the prior may be off by)²: residuals are some 0.004 of the page; the map
 * along the text is known to 2%, across it to 6%, and perspective is within 0.04.
 */
const ALONG = (0.004 / 0.02) ** 2;
const ACROSS = (0.004 / 0.06) ** 2;
const PERSPECTIVE = (0.004 / 0.04) ** 2;

/** The least-squares map of weighted matches whose origins are the pages' middles; null where they do not fix one. Without `perspective` it is affine. */
export function fitted(matches: readonly Match[], prior: Prior, perspective: boolean): Homography | null {
  const size = perspective ? 8 : 6;
  const system = new NormalEquations(size);
  for (const { ax, ay, bx, by, weight } of matches) {
    system.add(weight, [ax, ay, 1, 0, 0, 0, -bx * ax, -bx * ay], bx);
    system.add(weight, [0, 0, 0, ax, ay, 1, -by * ax, -by * ay], by);
  }
  for (const [direction, weight] of [
    [prior.angle, ALONG],
    [prior.angle + Math.PI / 2, ACROSS],
  ] as const) {
    const [x, y] = [Math.cos(direction), Math.sin(direction)];
    system.add(weight, [x, y, 0, 0, 0, 0, 0, 0], prior.scale * Math.cos(direction + prior.turn));
    system.add(weight, [0, 0, 0, x, y, 0, 0, 0], prior.scale * Math.sin(direction + prior.turn));
  }
  if (perspective) {
    system.add(PERSPECTIVE, [0, 0, 0, 0, 0, 0, 1, 0], 0);
    system.add(PERSPECTIVE, [0, 0, 0, 0, 0, 0, 0, 1], 0);
  }
  const solved = system.solve();
  if (solved === null) return null;
  return [...solved.slice(0, 6), solved[6] ?? 0, solved[7] ?? 0, 1] as unknown as Homography;
}
