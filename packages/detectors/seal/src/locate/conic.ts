/**
 * Ellipses through points: A u² + B uv + C v² + D u + E v = 1 about a centre that is roughly known, by weighted least squares; after
 * F. L. Bookstein, "Fitting conic sections to scattered data" (1979), with the robust weights of J. W. Tukey (biweight).
 */
import type { Ellipse } from '@jianzhen/evidence';

export interface Points {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** u², uv, v², u, v. */
const TERMS = 5;

/**
 * The ellipse nearest to the weighted points; null where they make none. `round` pulls it towards a circle, as a share of the points'
 * own weight: arcs alone do not tell an ellipse's axes.
 */
export function fitEllipse(points: Points, weights: Float32Array, frame: Frame, round = 0): Ellipse | null {
  const normal = new Float64Array(TERMS * TERMS);
  const right = new Float64Array(TERMS);
  const row = new Float64Array(TERMS);
  let total = 0;
  for (let k = 0; k < points.count; k++) {
    const w = weights[k]!;
    if (w <= 0) continue;
    const u = (points.x[k]! - frame.x) / frame.radius;
    const v = (points.y[k]! - frame.y) / frame.radius;
    row[0] = u * u;
    row[1] = u * v;
    row[2] = v * v;
    row[3] = u;
    row[4] = v;
    total += w;
    for (let i = 0; i < TERMS; i++) {
      const weighted = w * row[i]!;
      right[i]! += weighted;
      for (let j = i; j < TERMS; j++) normal[i * TERMS + j]! += weighted * row[j]!;
    }
  }
  for (let i = 1; i < TERMS; i++) for (let j = 0; j < i; j++) normal[i * TERMS + j] = normal[j * TERMS + i]!;
  const pull = round * total;
  normal[0]! += pull;
  normal[12]! += pull;
  normal[2]! -= pull;
  normal[10]! -= pull;
  normal[6]! += pull;
  const solved = solve(normal, right, TERMS);
  return solved && toEllipse(solved, frame);
}

function toEllipse([a, b, c, d, e]: Float64Array, frame: Frame): Ellipse | null {
  const half = b! / 2;
  const determinant = a! * c! - half * half;
  if (!(determinant > 1e-9)) return null;
  const u = (half * e! - c! * d!) / (2 * determinant);
  const v = (half * d! - a! * e!) / (2 * determinant);
  const level = 1 + a! * u * u + b! * u * v + c! * v * v;
  const middle = (a! + c!) / 2;
  const spread = Math.hypot((a! - c!) / 2, half);
  if (middle - spread <= 0 || level <= 0) return null;
  // The smaller eigenvalue belongs to the longer axis.
  const angle = spread < 1e-12 ? 0 : (Math.atan2(b!, a! - c!) / 2 + Math.PI / 2) * (180 / Math.PI);
  return {
    cx: frame.x + u * frame.radius,
    cy: frame.y + v * frame.radius,
    rx: frame.radius * Math.sqrt(level / (middle - spread)),
    ry: frame.radius * Math.sqrt(level / (middle + spread)),
    angle: angle > 90 ? angle - 180 : angle,
  };
}

/** Gauss with the largest pivot, in place; null where the system has no single solution. */
function solve(matrix: Float64Array, right: Float64Array, n: number): Float64Array | null {
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++)
      if (Math.abs(matrix[i * n + column]!) > Math.abs(matrix[pivot * n + column]!)) pivot = i;
    if (Math.abs(matrix[pivot * n + column]!) < 1e-10) return null;
    if (pivot !== column) {
      for (let j = 0; j < n; j++) {
        const kept = matrix[column * n + j]!;
        matrix[column * n + j] = matrix[pivot * n + j]!;
        matrix[pivot * n + j] = kept;
      }
      const kept = right[column]!;
      right[column] = right[pivot]!;
      right[pivot] = kept;
    }
    for (let i = column + 1; i < n; i++) {
      const factor = matrix[i * n + column]! / matrix[column * n + column]!;
      for (let j = column; j < n; j++) matrix[i * n + j]! -= factor * matrix[column * n + j]!;
      right[i]! -= factor * right[column]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) right[i]! -= matrix[i * n + j]! * right[j]!;
    right[i]! /= matrix[i * n + i]!;
  }
  return right;
}

/** Signed distances of points from an ellipse, to first order (Sampson 1982); negative within. */
export function distancesTo(
  { cx, cy, rx, ry, angle }: Ellipse,
  points: Points,
  out = new Float32Array(points.count),
): Float32Array {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  for (let k = 0; k < points.count; k++) {
    const dx = points.x[k]! - cx;
    const dy = points.y[k]! - cy;
    const u = (dx * cos + dy * sin) / rx;
    const v = (dy * cos - dx * sin) / ry;
    const level = u * u + v * v;
    const slope = 2 * Math.sqrt((u / rx) ** 2 + (v / ry) ** 2);
    // Within, the first order overshoots towards the centre: by the radius there.
    out[k] = level < 0.25 ? (Math.sqrt(level) - 1) * Math.min(rx, ry) : (level - 1) / slope;
  }
  return out;
}

/** Tukey's weight of a distance at the scale beyond which nothing counts. */
export const biweight = (distance: number, scale: number): number => {
  const share = distance / scale;
  return Math.abs(share) >= 1 ? 0 : (1 - share * share) ** 2;
};
