import type { Ellipse } from '@jianzhen/evidence';
import type { Edges } from './edges.ts';

export interface Square {
  /** The ellipse within its sides. */
  readonly ellipse: Ellipse;
  readonly complete: number;
  /** Share of the least complete side that edges face, and of the ends of all sides. */
  readonly leastSide: number;
  readonly corners: number;
  readonly residual: number;
}

const STEPS = 18;
/** Steps at either end of a side that make a corner. */
const CORNER = 2;

/** Moves a rectangle's sides onto the edges that face them; null where too little of the sides is there. */
export function fitSquare(edges: Edges, rectangle: Ellipse): Square | null {
  let { cx, cy, rx, ry, angle } = rectangle;
  let complete = 0;
  let leastSide = 0;
  let corners = 0;
  let residual = 0;
  for (let round = 0; round < 3; round++) {
    const reach = Math.max(1.5, Math.max(rx, ry) * [0.14, 0.08, 0.05][round]!);
    const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
    const offsets: number[][] = [[], [], [], []];
    const tilts: number[] = [];
    const hit = new Uint8Array(4 * STEPS);
    const places: [number, number, number][][] = [[], [], [], []];
    for (let k = 0; k < edges.count; k++) {
      const dx = edges.x[k]! - cx;
      const dy = edges.y[k]! - cy;
      const u = dx * cos + dy * sin;
      const v = dy * cos - dx * sin;
      if (Math.abs(u) > rx + reach || Math.abs(v) > ry + reach) continue;
      const nu = edges.nx[k]! * cos + edges.ny[k]! * sin;
      const nv = edges.ny[k]! * cos - edges.nx[k]! * sin;
      // Sides right, lower, left, upper; ink lies inwards.
      const side =
        Math.abs(u - rx) < reach && nu < -0.85
          ? 0
          : Math.abs(v - ry) < reach && nv < -0.85
            ? 1
            : Math.abs(u + rx) < reach && nu > 0.85
              ? 2
              : Math.abs(v + ry) < reach && nv > 0.85
                ? 3
                : -1;
      if (side < 0) continue;
      const across = side % 2 === 0 ? u - (side === 0 ? rx : -rx) : v - (side === 1 ? ry : -ry);
      const [position, half] = side % 2 === 0 ? [v, ry] : [u, rx];
      offsets[side]!.push(across);
      places[side]!.push([position, across, side]);
      const step = Math.floor(((position / half + 1) / 2) * STEPS);
      if (step >= 0 && step < STEPS) hit[side * STEPS + step] = 1;
    }
    if (offsets.some((side) => side.length < 4)) return null;
    const [right, lower, left, upper] = offsets.map(median) as [number, number, number, number];
    for (const side of places) tilts.push(slope(side) * (side[0]![2] % 2 === 0 ? -1 : 1));
    const [mu, mv] = [(right + left) / 2, (lower + upper) / 2];
    cx += mu * cos - mv * sin;
    cy += mu * sin + mv * cos;
    rx += (right - left) / 2;
    ry += (lower - upper) / 2;
    angle += (Math.atan(median(tilts)) * 180) / Math.PI;
    complete = shareOf(hit);
    const sides = [0, 1, 2, 3].map((side) => hit.subarray(side * STEPS, (side + 1) * STEPS));
    leastSide = Math.min(...sides.map(shareOf));
    corners = mean(
      sides.flatMap((side) => [shareOf(side.subarray(0, CORNER)), shareOf(side.subarray(-CORNER))]),
    );
    residual = median(
      offsets.flatMap((side) => {
        const middle = median(side);
        return side.map((value) => Math.abs(value - middle));
      }),
    );
  }
  return { ellipse: { cx, cy, rx, ry, angle }, complete, leastSide, corners, residual };
}

function slope(points: readonly (readonly [number, number, number])[]): number {
  const n = points.length;
  const mx = points.reduce((sum, [x]) => sum + x, 0) / n;
  const my = points.reduce((sum, [, y]) => sum + y, 0) / n;
  let [xx, xy] = [0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
  }
  return xx > 1 ? xy / xx : 0;
}

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

const shareOf = (hits: Uint8Array): number => hits.reduce((sum, on) => sum + on, 0) / hits.length;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
