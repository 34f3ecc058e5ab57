/**
 * Pairs of alike places. Matching of moment magnitudes, then verification by the moments' phases:
 * S.-J. Ryu, M. Kirchner, M.-J. Lee, H.-K. Lee (2013), "Rotation invariant localization of duplicated image regions
 * based on Zernike moments", IEEE TIFS 8(8), sections III-B (matching) and III-C (phase).
 */

import { buildKdTree, nearestSearch } from './kd-tree.ts';
import type { Keypoints } from './keypoints.ts';
import { type Moments, ORDERS, SIZE } from './moments.ts';

/** Pairs as columns; grouped by `from` (`start[p]` to `start[p + 1]`), nearest first. */
export interface Matches {
  readonly count: number;
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Turn from the first place to the second, radians. */
  readonly rotation: Float32Array;
  /** Size of the second place over the first's. */
  readonly scale: Float32Array;
  /** Distance of the turned moments over their norm: 0 = the same picture. */
  readonly distance: Float32Array;
}

export interface ScaledMoments {
  /** Disc radius over that of the moments searched. */
  readonly factor: number;
  readonly moments: Moments;
}

const PER_QUERY = 6;
const LEAVES = 10;
/** Resized copies are rarer, and random resemblance between sizes is not worth the time. */
const PER_SCALED_QUERY = 3;
const SCALED_LEAVES = 8;
const TURNS = 24;
const MAX_ANGULAR = 5;
/** Of moments over their norm; copies in saved pages stay below. */
const MAX_DISTANCE = 0.35;

const TURN_COSINE = new Float64Array(TURNS * (MAX_ANGULAR + 1));
const TURN_SINE = new Float64Array(TURNS * (MAX_ANGULAR + 1));
for (let t = 0; t < TURNS; t++) {
  for (let m = 0; m <= MAX_ANGULAR; m++) {
    TURN_COSINE[t * (MAX_ANGULAR + 1) + m] = Math.cos((2 * Math.PI * t * m) / TURNS);
    TURN_SINE[t * (MAX_ANGULAR + 1) + m] = Math.sin((2 * Math.PI * t * m) / TURNS);
  }
}

/** Up to `PER_QUERY` pairs a keypoint, fewer a resized one, at least `minimumOffset` pixels apart. */
export function match(
  points: Keypoints,
  base: Moments,
  queries: readonly ScaledMoments[],
  minimumOffset: number,
): Matches {
  const search = nearestSearch(buildKdTree(base.magnitude, SIZE), LEAVES, PER_QUERY);
  const from: number[] = [];
  const to: number[] = [];
  const rotation: number[] = [];
  const scale: number[] = [];
  const distance: number[] = [];
  const start = new Int32Array(points.count + 1);
  const phase = { rotation: 0, distance: 0 };
  let p = 0;
  const farEnough = (q: number): boolean => {
    const dx = points.x[q] - points.x[p];
    const dy = points.y[q] - points.y[p];
    return dx * dx + dy * dy >= minimumOffset * minimumOffset;
  };
  for (; p < points.count; p++) {
    start[p] = from.length;
    for (const { factor, moments } of queries) {
      const same = factor === 1;
      const near = search(
        moments.magnitude,
        p * SIZE,
        same ? PER_QUERY : PER_SCALED_QUERY,
        same ? LEAVES : SCALED_LEAVES,
        farEnough,
      );
      const norm = squaredNorm(moments.magnitude, p * SIZE);
      for (let i = 0; i < near.count; i++) {
        // Turning cannot bring moments closer than their magnitudes are.
        if (near.distance[i] > MAX_DISTANCE * MAX_DISTANCE * norm) break;
        alignPhases(moments, p, base, near.point[i], phase);
        if (phase.distance > MAX_DISTANCE) continue;
        from.push(p);
        to.push(near.point[i]);
        rotation.push(phase.rotation);
        scale.push(1 / factor);
        distance.push(phase.distance);
      }
    }
  }
  start[points.count] = from.length;
  return {
    count: from.length,
    start,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    rotation: Float32Array.from(rotation),
    scale: Float32Array.from(scale),
    distance: Float32Array.from(distance),
  };
}

function squaredNorm(a: Float32Array, i: number): number {
  let sum = 0;
  for (let k = 0; k < SIZE; k++) sum += a[i + k] * a[i + k];
  return sum;
}

/** The turn that lays place p of `a` best over place q of `b`, and how far the moments then still differ. */
function alignPhases(
  a: Moments,
  p: number,
  b: Moments,
  q: number,
  out: { rotation: number; distance: number },
): void {
  const re = PRODUCT_REAL.fill(0);
  const im = PRODUCT_IMAGINARY.fill(0);
  let norm = 0;
  for (let k = 0; k < SIZE; k++) {
    const m = ORDERS[k].m;
    const ar = a.real[p * SIZE + k];
    const ai = a.imaginary[p * SIZE + k];
    const br = b.real[q * SIZE + k];
    const bi = b.imaginary[q * SIZE + k];
    re[m] += ar * br + ai * bi;
    im[m] += ai * br - ar * bi;
    norm += ar * ar + ai * ai + br * br + bi * bi;
  }
  let best = 0;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < TURNS; t++) {
    const value = agreement(t);
    VALUES[t] = value;
    if (value > bestValue) {
      bestValue = value;
      best = t;
    }
  }
  const before = VALUES[(best + TURNS - 1) % TURNS];
  const after = VALUES[(best + 1) % TURNS];
  const curvature = before - 2 * bestValue + after;
  const shift = curvature < 0 ? (0.5 * (before - after)) / curvature : 0;
  const peak = bestValue - 0.25 * (before - after) * shift;
  const turn = (2 * Math.PI * (best + shift)) / TURNS;
  out.rotation = turn > Math.PI ? turn - 2 * Math.PI : turn;
  out.distance = norm > 0 ? Math.sqrt(Math.max(0, (2 * (norm - 2 * peak)) / norm)) : 0;
}

const PRODUCT_REAL = new Float64Array(MAX_ANGULAR + 1);
const PRODUCT_IMAGINARY = new Float64Array(MAX_ANGULAR + 1);
const VALUES = new Float64Array(TURNS);

/** Re Σ C_m e^(−imθ) at turn t. */
function agreement(t: number): number {
  let value = 0;
  for (let m = 0; m <= MAX_ANGULAR; m++) {
    const i = t * (MAX_ANGULAR + 1) + m;
    value += PRODUCT_REAL[m] * TURN_COSINE[i] + PRODUCT_IMAGINARY[m] * TURN_SINE[i];
  }
  return value;
}
