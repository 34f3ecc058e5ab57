import type { Ellipse } from '@jianzhen/evidence';
import type { InkMap } from './maps.ts';
import type { Seed } from './votes.ts';

/** A patch of ink, gaps closed, in the working scale. */
export interface Blob {
  readonly seed: Seed;
  /** The smallest rectangle about it, as the ellipse within. */
  readonly rectangle: Ellipse;
  /** Share of the rectangle that its hull fills: π/4 of a disc, 1 of a square. */
  readonly filled: number;
}

/** Patches of ink above `floor`, at least `least` pixels wide and high; `gap`: pixels that are closed between them. */
export function findBlobs(map: InkMap, floor: number, gap: number, least: number, limit: number): Blob[] {
  const { width, height } = map;
  const near = spread(map, floor, gap);
  const stack = new Int32Array(width * height);
  // Ends of the patch at hand, by row.
  const leftmost = new Int32Array(height).fill(width);
  const rightmost = new Int32Array(height).fill(-1);
  const blobs: (Blob & { size: number })[] = [];
  for (let start = 0; start < near.length; start++) {
    if (near[start] !== 1) continue;
    let top = 0;
    stack[top++] = start;
    near[start] = 2;
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    while (top > 0) {
      const i = stack[--top]!;
      const y = (i / width) | 0;
      const x = i - y * width;
      if (map.data[i]! > floor) {
        if (x < x0) x0 = x;
        if (x > x1) x1 = x;
        if (y < y0) y0 = y;
        if (y > y1) y1 = y;
        if (x < leftmost[y]!) leftmost[y] = x;
        if (x > rightmost[y]!) rightmost[y] = x;
      }
      if (x > 0 && near[i - 1] === 1) {
        near[i - 1] = 2;
        stack[top++] = i - 1;
      }
      if (x + 1 < width && near[i + 1] === 1) {
        near[i + 1] = 2;
        stack[top++] = i + 1;
      }
      if (y > 0 && near[i - width] === 1) {
        near[i - width] = 2;
        stack[top++] = i - width;
      }
      if (y + 1 < height && near[i + width] === 1) {
        near[i + width] = 2;
        stack[top++] = i + width;
      }
    }
    const points: [number, number][] = [];
    for (let y = y0; y <= y1; y++) {
      if (rightmost[y]! >= 0) points.push([leftmost[y]! - 0.5, y], [rightmost[y]! + 0.5, y]);
      leftmost[y] = width;
      rightmost[y] = -1;
    }
    if (x1 - x0 < least || y1 - y0 < least) continue;
    // Ruled lines and whole margins are no patches.
    if ((x1 - x0) / (y1 - y0) > 3.2 || (y1 - y0) / (x1 - x0) > 3.2) continue;
    const hull = convexHull(points);
    if (hull.length < 3) continue;
    const { rectangle, area } = smallestRectangle(hull);
    const size = areaOf(hull);
    blobs.push({
      seed: { x: rectangle.cx, y: rectangle.cy, radius: Math.sqrt(size / Math.PI), aspect: 1, share: 0 },
      rectangle,
      filled: size / area,
      size,
    });
  }
  return blobs.sort((a, b) => b.size - a.size).slice(0, limit);
}

/** 1 where there is ink within `gap` pixels along both axes. */
function spread({ width, height, data }: InkMap, floor: number, gap: number): Uint8Array {
  const across = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! <= floor) continue;
      across.fill(1, y * width + Math.max(0, x - gap), y * width + Math.min(width, x + gap + 1));
    }
  }
  if (gap === 0) return across;
  const out = new Uint8Array(width * height);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      if (!across[y * width + x]) continue;
      for (let v = Math.max(0, y - gap); v <= Math.min(height - 1, y + gap); v++) out[v * width + x] = 1;
    }
  }
  return out;
}

/** A. M. Andrew, "Another efficient algorithm for convex hulls in two dimensions" (1979). */
function convexHull(points: [number, number][]): [number, number][] {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly [number, number][]) => {
    const out: [number, number][] = [];
    for (const p of ordered) {
      while (out.length >= 2) {
        const [a, b] = [out.at(-2)!, out.at(-1)!];
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        out.pop();
      }
      out.push(p);
    }
    out.pop();
    return out;
  };
  return [...half(points), ...half([...points].reverse())];
}

function areaOf(hull: readonly [number, number][]): number {
  let twice = 0;
  hull.forEach(([x, y], i) => {
    const [u, v] = hull[(i + 1) % hull.length]!;
    twice += x * v - u * y;
  });
  return Math.abs(twice) / 2;
}

/** H. Freeman and R. Shapira (1975): the smallest rectangle has a side along the hull. */
function smallestRectangle(hull: readonly [number, number][]): { rectangle: Ellipse; area: number } {
  let best = { rectangle: { cx: 0, cy: 0, rx: 0, ry: 0, angle: 0 }, area: Number.POSITIVE_INFINITY };
  hull.forEach(([x, y], i) => {
    const [u, v] = hull[(i + 1) % hull.length]!;
    const length = Math.hypot(u - x, v - y);
    if (length < 1) return;
    const [cos, sin] = [(u - x) / length, (v - y) / length];
    let [a0, a1, b0, b1] = [1e9, -1e9, 1e9, -1e9];
    for (const [px, py] of hull) {
      const a = px * cos + py * sin;
      const b = py * cos - px * sin;
      a0 = Math.min(a0, a);
      a1 = Math.max(a1, a);
      b0 = Math.min(b0, b);
      b1 = Math.max(b1, b);
    }
    const area = (a1 - a0) * (b1 - b0);
    if (area >= best.area) return;
    const [a, b] = [(a0 + a1) / 2, (b0 + b1) / 2];
    const turn = (Math.atan2(sin, cos) * 180) / Math.PI;
    best = {
      rectangle: {
        cx: a * cos - b * sin,
        cy: a * sin + b * cos,
        rx: (a1 - a0) / 2,
        ry: (b1 - b0) / 2,
        angle: turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn,
      },
      area,
    };
  });
  return best;
}
