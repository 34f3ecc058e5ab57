/**
 * Sub-pixel registration of a pair: S. Baker, I. Matthews (2004), "Lucas-Kanade 20 years on: a unifying framework", IJCV 56(3),
 * inverse compositional algorithm (section 3.2) for a similarity, with gain and bias taken out.
 */
import type { Plane } from '@jianzhen/raster';
import { median } from './median.ts';
import { mapX, mapY, type Similarity } from './similarity.ts';

export interface Registered {
  readonly map: Similarity;
  /** Pearson correlation of the two sides over the points, outliers down-weighted. */
  readonly correlation: number;
  /** Grey of the second side = gain × grey of the first + bias. */
  readonly gain: number;
  readonly bias: number;
}

const ITERATIONS = 12;
const CONVERGED = 0.004;
const MAX_POINTS = 400;
const MIN_POINTS = 60;
const ACTIVITY = 10;
const MIN_CORRELATION = 0.3;
const MIN_SPREAD = 6;
/** Errors of which the spread is taken. */
const SPREAD_SAMPLE = 80;
const MIN_GAIN = 0.2;
/** Pixels in one step from where a pair has slipped away. */
const MAX_STEP = 12;

export interface Window {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Aligns `plane` with itself from `start` over the pixels `picked` (see `printedPixels`), which lie in `window`;
 * null if they are too few or the pair slips away.
 */
export function register(
  plane: Plane,
  start: Similarity,
  window: Window,
  picked: Int32Array,
): Registered | null {
  const n = picked.length;
  if (n < MIN_POINTS) return null;
  const { width, data } = plane;
  const cx = (window.left + window.right) / 2;
  const cy = (window.top + window.bottom) / 2;
  const reach = Math.max(8, (window.right - window.left) / 2, (window.bottom - window.top) / 2);
  const value = new Float64Array(n);
  const steepest = new Float64Array(n * 4);
  for (let i = 0; i < n; i++) {
    const at = picked[i];
    value[i] = data[at];
    const gx = 0.5 * (data[at + 1] - data[at - 1]);
    const gy = 0.5 * (data[at + width] - data[at - width]);
    const x = ((at % width) - cx) / reach;
    const y = (Math.floor(at / width) - cy) / reach;
    steepest[4 * i] = gx;
    steepest[4 * i + 1] = gy;
    steepest[4 * i + 2] = gx * x + gy * y;
    steepest[4 * i + 3] = gy * x - gx * y;
  }
  const warped = new Float64Array(n);
  const error = new Float64Array(n);
  const weight = new Float64Array(n).fill(1);
  const hessian = new Float64Array(16);
  const step = new Float64Array(4);
  let map = start;
  for (let k = 0; ; k++) {
    if (!warp(plane, picked, map, warped)) return null;
    const fit = photometry(value, warped, weight);
    if (fit === null || fit.correlation < MIN_CORRELATION) return null;
    if (k === ITERATIONS) return { map, ...fit };
    for (let i = 0; i < n; i++) error[i] = (warped[i] - fit.bias) / fit.gain - value[i];
    reweight(error, weight);
    if (!normalEquations(steepest, error, weight, hessian, step)) return null;
    solve(hessian, step);
    const p = step[2] / reach;
    const q = step[3] / reach;
    // The step warps the first side, around (cx, cy); the map takes it in reverse.
    const ia = 1 + p;
    const norm = ia * ia + q * q;
    const a = ia / norm;
    const b = -q / norm;
    const ox = cx - (a * (cx + step[0]) - b * (cy + step[1]));
    const oy = cy - (b * (cx + step[0]) + a * (cy + step[1]));
    map = {
      a: map.a * a - map.b * b,
      b: map.b * a + map.a * b,
      tx: mapX(map, ox, oy),
      ty: mapY(map, ox, oy),
    };
    const moved = Math.abs(step[0]) + Math.abs(step[1]) + Math.abs(step[2]) + Math.abs(step[3]);
    if (moved > MAX_STEP) return null;
    if (moved < CONVERGED) k = ITERATIONS - 1;
  }
}

/** Geman-McClure weights at 2.5 times the error's robust spread: print that only one side has must not pull. */
function reweight(error: Float64Array, weight: Float64Array): void {
  const stride = Math.max(1, Math.floor(error.length / SPREAD_SAMPLE));
  const magnitudes: number[] = [];
  for (let i = 0; i < error.length; i += stride) magnitudes.push(Math.abs(error[i]));
  const spread = Math.max(MIN_SPREAD, 2.5 * 1.4826 * median(magnitudes));
  for (let i = 0; i < error.length; i++) {
    const r = error[i] / spread;
    weight[i] = 1 / (1 + r * r) ** 2;
  }
}

/** Weighted normal equations, factorised; false when they are singular. */
function normalEquations(
  steepest: Float64Array,
  error: Float64Array,
  weight: Float64Array,
  hessian: Float64Array,
  step: Float64Array,
): boolean {
  hessian.fill(0);
  step.fill(0);
  for (let i = 0; i < error.length; i++) {
    for (let r = 0; r < 4; r++) {
      const g = weight[i] * steepest[4 * i + r];
      step[r] += g * error[i];
      for (let c = 0; c <= r; c++) hessian[4 * r + c] += g * steepest[4 * i + c];
    }
  }
  return factorise(hessian);
}

/** Offsets of some `MAX_POINTS` pixels near print, evenly spread over the window; only where `within` allows. */
export function printedPixels(
  plane: Plane,
  window: Window,
  within?: (x: number, y: number) => boolean,
): Int32Array {
  const { width, height, data } = plane;
  const left = Math.max(3, Math.floor(window.left));
  const top = Math.max(3, Math.floor(window.top));
  const right = Math.min(width - 3, Math.ceil(window.right));
  const bottom = Math.min(height - 3, Math.ceil(window.bottom));
  const area = Math.max(0, right - left) * Math.max(0, bottom - top);
  const step = Math.max(1, Math.round(Math.sqrt(area / (2 * MAX_POINTS))));
  const out: number[] = [];
  for (let y = top; y < bottom; y += step) {
    for (let x = left; x < right; x += step) {
      const i = y * width + x;
      const activity =
        Math.abs(data[i + 2] - data[i - 2]) + Math.abs(data[i + 2 * width] - data[i - 2 * width]);
      if (activity > ACTIVITY && (!within || within(x, y))) out.push(i);
    }
  }
  return Int32Array.from(out);
}

/** Catmull-Rom samples of the plane at the mapped points; false when one falls outside. */
function warp(plane: Plane, picked: Int32Array, map: Similarity, out: Float64Array): boolean {
  const { width } = plane;
  for (let i = 0; i < picked.length; i++) {
    const x = picked[i] % width;
    const y = (picked[i] - x) / width;
    const v = cubic(plane, mapX(map, x, y), mapY(map, x, y));
    if (Number.isNaN(v)) return false;
    out[i] = v;
  }
  return true;
}

/** Catmull-Rom interpolation; NaN outside. */
export function cubic(plane: Plane, x: number, y: number): number {
  const { width, height, data } = plane;
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  if (!(x0 >= 1 && y0 >= 1 && x0 < width - 2 && y0 < height - 2)) return Number.NaN;
  const f = x - x0;
  const g = y - y0;
  const a = f * (-0.5 + f * (1 - 0.5 * f));
  const b = 1 + f * f * (1.5 * f - 2.5);
  const c = f * (0.5 + f * (2 - 1.5 * f));
  const d = f * f * (0.5 * f - 0.5);
  let i = (y0 - 1) * width + x0;
  const r0 = a * data[i - 1] + b * data[i] + c * data[i + 1] + d * data[i + 2];
  i += width;
  const r1 = a * data[i - 1] + b * data[i] + c * data[i + 1] + d * data[i + 2];
  i += width;
  const r2 = a * data[i - 1] + b * data[i] + c * data[i + 1] + d * data[i + 2];
  i += width;
  const r3 = a * data[i - 1] + b * data[i] + c * data[i + 1] + d * data[i + 2];
  return (
    g * (-0.5 + g * (1 - 0.5 * g)) * r0 +
    (1 + g * g * (1.5 * g - 2.5)) * r1 +
    g * (0.5 + g * (2 - 1.5 * g)) * r2 +
    g * g * (0.5 * g - 0.5) * r3
  );
}

/** Weighted regression of the warped side on the first; null without contrast. */
function photometry(value: Float64Array, warped: Float64Array, weight: Float64Array) {
  let sum = 0;
  let u = 0;
  let v = 0;
  let uu = 0;
  let uv = 0;
  let vv = 0;
  for (let i = 0; i < value.length; i++) {
    const w = weight[i];
    sum += w;
    u += w * value[i];
    v += w * warped[i];
    uu += w * value[i] * value[i];
    uv += w * value[i] * warped[i];
    vv += w * warped[i] * warped[i];
  }
  const variance = uu / sum - (u / sum) ** 2;
  const other = vv / sum - (v / sum) ** 2;
  const covariance = uv / sum - (u / sum) * (v / sum);
  if (variance < 1 || other < 1 || covariance <= 0) return null;
  const gain = Math.max(MIN_GAIN, covariance / variance);
  return { correlation: covariance / Math.sqrt(variance * other), gain, bias: v / sum - (gain * u) / sum };
}

/** Cholesky factor of a symmetric 4 × 4 matrix in place (lower part); false when it is singular. */
function factorise(m: Float64Array): boolean {
  for (let r = 0; r < 4; r++) {
    for (let c = 0; c <= r; c++) {
      let sum = m[4 * r + c];
      for (let k = 0; k < c; k++) sum -= m[4 * r + k] * m[4 * c + k];
      if (r === c) {
        if (sum <= 1e-6 * (1 + Math.abs(m[0]))) return false;
        m[4 * r + r] = Math.sqrt(sum);
      } else m[4 * r + c] = sum / m[4 * c + c];
    }
  }
  return true;
}

function solve(m: Float64Array, v: Float64Array): void {
  for (let r = 0; r < 4; r++) {
    for (let k = 0; k < r; k++) v[r] -= m[4 * r + k] * v[k];
    v[r] /= m[5 * r];
  }
  for (let r = 3; r >= 0; r--) {
    for (let k = r + 1; k < 4; k++) v[r] -= m[4 * k + r] * v[k];
    v[r] /= m[5 * r];
  }
}
