/**
 * Pairs of alike places. Matching of moment magnitudes, then verification by the moments' phases:
 * S.-J. Ryu, M. Kirchner, M.-J. Lee, H.-K. Lee (2013), "Rotation invariant localization of duplicated image regions
 * based on Zernike moments", IEEE TIFS 8(8), sections III-B (matching) and III-C (phase).
 */

import { buildKdTree, leafSearch } from './kd-tree.ts';
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
const LEAVES = 14;
const TURNS = 36;
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

/** Up to six pairs a keypoint and scale, at least `minimumOffset` pixels apart. */
export function match(
  points: Keypoints,
  base: Moments,
  queries: readonly ScaledMoments[],
  minimumOffset: number,
): Matches {
  const search = leafSearch(buildKdTree(base.magnitude, SIZE), LEAVES);
  const from: number[] = [];
  const to: number[] = [];
  const rotation: number[] = [];
  const scale: number[] = [];
  const distance: number[] = [];
  const start = new Int32Array(points.count + 1);
  const near = new Int32Array(PER_QUERY);
  const nearDistance = new Float64Array(PER_QUERY);
  const phase = { rotation: 0, distance: 0 };
  for (let p = 0; p < points.count; p++) {
    start[p] = from.length;
    const px = points.x[p];
    const py = points.y[p];
    for (const { factor, moments } of queries) {
      let filled = 0;
      const bound = () => (filled < PER_QUERY ? Number.POSITIVE_INFINITY : nearDistance[PER_QUERY - 1]);
      search(moments.magnitude, p * SIZE, bound, (q) => {
        const dx = points.x[q] - px;
        const dy = points.y[q] - py;
        if (dx * dx + dy * dy < minimumOffset * minimumOffset) return;
        const d = squaredDistance(moments.magnitude, p * SIZE, base.magnitude, q * SIZE, bound());
        if (d >= bound()) return;
        let i = filled < PER_QUERY ? filled++ : PER_QUERY - 1;
        for (; i > 0 && nearDistance[i - 1] > d; i--) {
          near[i] = near[i - 1];
          nearDistance[i] = nearDistance[i - 1];
        }
        near[i] = q;
        nearDistance[i] = d;
      });
      const norm = squaredNorm(moments.magnitude, p * SIZE);
      for (let i = 0; i < filled; i++) {
        // Turning cannot bring moments closer than their magnitudes are.
        if (nearDistance[i] > MAX_DISTANCE * MAX_DISTANCE * norm) break;
        alignPhases(moments, p, base, near[i], phase);
        if (phase.distance > MAX_DISTANCE) continue;
        from.push(p);
        to.push(near[i]);
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

function squaredDistance(a: Float32Array, i: number, b: Float32Array, j: number, bound: number): number {
  let sum = 0;
  for (let k = 0; k < SIZE; k++) {
    const d = a[i + k] - b[j + k];
    sum += d * d;
    if (sum >= bound) return sum;
  }
  return sum;
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
