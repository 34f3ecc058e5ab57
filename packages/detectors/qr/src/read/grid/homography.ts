// Hartley and Zisserman, "Multiple View Geometry in Computer Vision", second edition (2004), section 4.1.
import type { Point } from '../geometry.ts';

/** Nine coefficients, row-major, the last one 1. */
export type Homography = Float64Array;

/** The least-squares homography that takes `from` to `to`, four points or more; null of what is degenerate. */
export function homography(from: readonly Point[], to: readonly Point[]): Homography | null {
  const normal = new Float64Array(64);
  const right = new Float64Array(8);
  const add = (row: readonly number[], value: number) => {
    for (let i = 0; i < 8; i++) {
      right[i]! += row[i]! * value;
      for (let j = 0; j < 8; j++) normal[8 * i + j]! += row[i]! * row[j]!;
    }
  };
  // Both sides scaled to about one, or the normal equations lose all digits.
  const scale = (points: readonly Point[]) =>
    Math.max(1e-9, ...points.map(([x, y]) => Math.max(Math.abs(x), Math.abs(y))));
  const [a, b] = [scale(from), scale(to)];
  from.forEach(([fx, fy], i) => {
    const [x, y] = [fx / a, fy / a];
    const [u, v] = [to[i]![0] / b, to[i]![1] / b];
    add([x, y, 1, 0, 0, 0, -u * x, -u * y], u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y], v);
  });
  const h = solve(normal, right);
  if (!h) return null;
  return Float64Array.of(
    (h[0]! * b) / a,
    (h[1]! * b) / a,
    h[2]! * b,
    (h[3]! * b) / a,
    (h[4]! * b) / a,
    h[5]! * b,
    h[6]! / a,
    h[7]! / a,
    1,
  );
}

/** Gauss with pivots; null of a singular matrix. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array | null {
  const n = right.length;
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++)
      if (Math.abs(matrix[n * i + k]!) > Math.abs(matrix[n * pivot + k]!)) pivot = i;
    if (Math.abs(matrix[n * pivot + k]!) < 1e-12) return null;
    if (pivot !== k) {
      for (let j = 0; j < n; j++) {
        [matrix[n * k + j], matrix[n * pivot + j]] = [matrix[n * pivot + j]!, matrix[n * k + j]!];
      }
      [right[k], right[pivot]] = [right[pivot]!, right[k]!];
    }
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = matrix[n * i + k]! / matrix[n * k + k]!;
      for (let j = k; j < n; j++) matrix[n * i + j]! -= factor * matrix[n * k + j]!;
      right[i]! -= factor * right[k]!;
    }
  }
  return right.map((value, i) => value / matrix[n * i + i]!);
}

export function project(h: Homography, x: number, y: number): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!;
  return [(h[0]! * x + h[1]! * y + h[2]!) / w, (h[3]! * x + h[4]! * y + h[5]!) / w];
}

/** Whether a square of the plane stays in front of the horizon. */
export function isInFront(h: Homography, low: number, high: number): boolean {
  return [low, high].every((x) => [low, high].every((y) => h[6]! * x + h[7]! * y + h[8]! > 0.02));
}

/** To a picture of which a pixel is `scale` pixels of this one. */
export const shrunk = (h: Homography, scale: number): Homography =>
  h.map((value, i) => (i < 6 ? value / scale : value));
