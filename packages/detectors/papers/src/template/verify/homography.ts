// Fitting a plane's map to matched points: R. Hartley, A. Zisserman, "Multiple View Geometry" (2nd ed. 2004), §4.1, by weighted
// normal equations; what the print tells of turn and scale keeps a single column of labels from shearing the page.

import { NormalEquations } from './normal-equations.ts';

/** Row-major 3 × 3, last element 1, acting on (x, y, 1). */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1];

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
 * Weights of the prior, as (residual of a match / what the prior may be off by)²: residuals are some 0.0015 of the page; the map
 * along the text is known to 2%, across it to 6%, and perspective is within 0.04.
 */
const ALONG = (0.0015 / 0.02) ** 2;
const ACROSS = (0.0015 / 0.06) ** 2;
const PERSPECTIVE = (0.0015 / 0.04) ** 2;

/** Sums over weighted matches, whose origins are the pages' middles, from which their least-squares map is solved. */
export class MatchSums {
  /** Weighted sums of xx, xy, x, yy, y, 1 of the first page: alone, and times u, v and u² + v² of the second. */
  readonly #sums = new Float64Array(24);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(x: number, y: number, u: number, v: number, weight: number): void {
    this.#count++;
    const sums = this.#sums;
    const [wx, wy] = [weight * x, weight * y];
    const square = u * u + v * v;
    for (let i = 0; i < 6; i++) {
      const own =
        i === 0 ? wx * x : i === 1 ? wx * y : i === 2 ? wx : i === 3 ? wy * y : i === 4 ? wy : weight;
      sums[i]! += own;
      sums[6 + i]! += own * u;
      sums[12 + i]! += own * v;
      sums[18 + i]! += own * square;
    }
  }

  /** The map; null where the matches do not fix one. Without `perspective` it is affine. */
  map(prior: Prior, perspective: boolean): Homography | null {
    const system = new NormalEquations(perspective ? 8 : 6);
    const sum = (from: number, i: number, j: number) => this.#sums[from + PLACE[i]![j]!]!;
    for (let i = 0; i < 3; i++) {
      for (let j = i; j < 3; j++) {
        system.put(i, j, sum(0, i, j));
        system.put(i + 3, j + 3, sum(0, i, j));
      }
      system.value(i, sum(6, i, 2));
      system.value(i + 3, sum(12, i, 2));
      if (!perspective) continue;
      for (let j = 0; j < 2; j++) {
        system.put(i, j + 6, -sum(6, i, j));
        system.put(i + 3, j + 6, -sum(12, i, j));
        if (i <= j) system.put(i + 6, j + 6, sum(18, i, j));
      }
      if (i < 2) system.value(i + 6, -sum(18, i, 2));
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
      system.put(6, 6, PERSPECTIVE);
      system.put(7, 7, PERSPECTIVE);
    }
    const solved = system.solve();
    if (solved === null) return null;
    return [...solved.slice(0, 6), solved[6] ?? 0, solved[7] ?? 0, 1] as unknown as Homography;
  }
}

/** Where the sum of two of x, y, 1 stands. */
const PLACE = [
  [0, 1, 2],
  [1, 3, 4],
  [2, 4, 5],
] as const;
