import type { Plane } from '@jianzhen/raster';
import type { Keypoints } from './keypoints.ts';
import type { Matches } from './matches.ts';
import type { Pair } from './pairs.ts';
import { cubic } from './registration.ts';
import { rotationOf, scaleOf } from './similarity.ts';

/** Blobs of print whose best twins are looked at. */
const SAMPLES = 160;
/** Half the side of the patch around a blob, pixels: about a glyph. */
const REACH = 7;
/** Twins of one size and turn only: software repeats print no other way. */
const UPRIGHT_SCALE = 0.01;
const UPRIGHT_TURN = 0.005;
/** Determinant over squared trace of the gradients' second moments under which a patch is one straight stroke. */
const STRAIGHT = 0.04;
const ITERATIONS = 4;
/** A twin within this of the pair's log ratio is as exact. */
const SLACK = 0;

/**
 * How exactly the page's single glyphs repeat: log10(residual / variance) of sampled blobs against their best upright twin,
 * 0 for a blob without one. On paper they differ; on a screenshot or rendered page most are the same pixel for pixel.
 */
export function glyphRepeats(smoothed: Plane, points: Keypoints, matches: Matches): Float64Array {
  const stride = Math.max(1, Math.floor(points.count / SAMPLES));
  const out = new Float64Array(Math.ceil(points.count / stride));
  for (let p = 0, n = 0; p < points.count; p += stride, n++) {
    const twin = uprightTwin(matches, p);
    if (twin >= 0) out[n] = exactness(smoothed, points, p, matches.to[twin]);
  }
  return out;
}

function uprightTwin(matches: Matches, p: number): number {
  let best = -1;
  for (let j = matches.start[p]; j < matches.start[p + 1]; j++) {
    if (matches.scale[j] !== 1 || Math.abs(matches.rotation[j]) > 0.1) continue;
    if (best < 0 || matches.distance[j] < matches.distance[best]) best = j;
  }
  return best;
}

/** log10(1 − r²) of the patch around p and its twin at q, moved by fractions of a pixel to fit best; 0 for a straight stroke. */
function exactness(plane: Plane, points: Keypoints, p: number, q: number): number {
  const { width, data } = plane;
  const x = Math.round(points.x[p]);
  const y = Math.round(points.y[p]);
  let u = points.x[q] - points.x[p] + x;
  let v = points.y[q] - points.y[p] + y;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const i = (y + dy) * width + x + dx;
      const gx = 0.5 * (data[i + 1] - data[i - 1]);
      const gy = 0.5 * (data[i + width] - data[i - width]);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  const determinant = xx * yy - xy * xy;
  if (determinant < STRAIGHT * (xx + yy) ** 2) return 0;
  let best = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const fit = compare(plane, x, y, u, v);
    if (Number.isNaN(fit.ratio)) return 0;
    best = Math.min(best, Math.log10(Math.max(1e-4, fit.ratio)));
    const du = (yy * fit.ex - xy * fit.ey) / determinant;
    const dv = (xx * fit.ey - xy * fit.ex) / determinant;
    u -= Math.max(-1, Math.min(1, du));
    v -= Math.max(-1, Math.min(1, dv));
  }
  return best;
}

/** 1 − r² of the patches at (x, y) and (u, v), and their gain-free difference against the first one's gradient. */
function compare(plane: Plane, x: number, y: number, u: number, v: number) {
  const { width, data } = plane;
  let n = 0;
  let a = 0;
  let b = 0;
  let aa = 0;
  let ab = 0;
  let bb = 0;
  let ax = 0;
  let ay = 0;
  let bx = 0;
  let by = 0;
  let sx = 0;
  let sy = 0;
  for (let dy = -REACH; dy <= REACH; dy++) {
    for (let dx = -REACH; dx <= REACH; dx++) {
      const i = (y + dy) * width + x + dx;
      const first = data[i];
      const second = cubic(plane, u + dx, v + dy);
      const gx = 0.5 * (data[i + 1] - data[i - 1]);
      const gy = 0.5 * (data[i + width] - data[i - width]);
      n++;
      a += first;
      b += second;
      aa += first * first;
      ab += first * second;
      bb += second * second;
      ax += gx * first;
      ay += gy * first;
      bx += gx * second;
      by += gy * second;
      sx += gx;
      sy += gy;
    }
  }
  const covariance = ab - (a * b) / n;
  const gain = covariance / (aa - (a * a) / n);
  const bias = (b - gain * a) / n;
  const ratio = 1 - (covariance * covariance) / ((aa - (a * a) / n) * (bb - (b * b) / n));
  return { ratio, ex: (bx - bias * sx) / gain - ax, ey: (by - bias * sy) / gain - ay };
}

/** Share of the sampled blobs that repeat as exactly as the pair; 0 for a turned or resized pair. */
export function rivalShare(pair: Pair, repeats: Float64Array): number {
  if (Math.abs(scaleOf(pair.map) - 1) > UPRIGHT_SCALE || Math.abs(rotationOf(pair.map)) > UPRIGHT_TURN)
    return 0;
  if (repeats.length === 0) return 0;
  let rivals = 0;
  for (const value of repeats) if (value <= pair.medianLogRatio + SLACK) rivals++;
  return rivals / repeats.length;
}
