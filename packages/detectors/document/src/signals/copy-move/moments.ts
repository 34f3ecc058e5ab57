/**
 * Polar cosine transform, sampled on a polar grid: P.-T. Yap, X. Jiang, A. C. Kot (2010), "Two-dimensional polar
 * harmonic transforms for invariant image representation", IEEE TPAMI 32(7); as features of copy-move detection:
 * D. Cozzolino, G. Poggi, L. Verdoliva (2015), "Efficient dense-field copy-move forgery detection", IEEE TIFS 10(11), section III.
 */
import type { Plane } from '@jianzhen/raster';
import type { Keypoints } from './keypoints.ts';

const RINGS = 5;
const ANGLES = 16;
const RADIAL = 3;
const ANGULAR = 6;

/** Orders (n, m) in use; (0, 0), the mean grey, is left out so that brightness does not matter. */
export const ORDERS: readonly { readonly n: number; readonly m: number }[] = Array.from(
  { length: RADIAL * ANGULAR },
  (_, i) => ({ n: Math.floor(i / ANGULAR), m: i % ANGULAR }),
).slice(1);
export const SIZE = ORDERS.length;

/** Complex moments and their magnitudes of every keypoint, `SIZE` values each, in grey levels. */
export interface Moments {
  readonly real: Float32Array;
  readonly imaginary: Float32Array;
  readonly magnitude: Float32Array;
}

const COSINE = new Float64Array(ANGULAR * ANGLES);
const SINE = new Float64Array(ANGULAR * ANGLES);
for (let m = 0; m < ANGULAR; m++) {
  for (let a = 0; a < ANGLES; a++) {
    COSINE[m * ANGLES + a] = Math.cos((2 * Math.PI * m * a) / ANGLES) / ANGLES;
    SINE[m * ANGLES + a] = -Math.sin((2 * Math.PI * m * a) / ANGLES) / ANGLES;
  }
}
/** Ring radii as shares of the disc's, and cos(π n r²) weighted by the ring's area. */
const RING = Array.from({ length: RINGS }, (_, i) => (i + 0.5) / RINGS);
const AREA = RING.reduce((sum, r) => sum + r, 0);
const RADIAL_BASIS = new Float64Array(RADIAL * RINGS);
for (let n = 0; n < RADIAL; n++) {
  for (const [i, r] of RING.entries()) {
    RADIAL_BASIS[n * RINGS + i] = (Math.cos(Math.PI * n * r * r) * (n === 0 ? 1 : Math.SQRT2) * r) / AREA;
  }
}

/** Moments of the discs of `radius` pixels around the keypoints; discs must lie within the plane. */
export function moments(smoothed: Plane, points: Keypoints, radius: number): Moments {
  const out: Moments = {
    real: new Float32Array(points.count * SIZE),
    imaginary: new Float32Array(points.count * SIZE),
    magnitude: new Float32Array(points.count * SIZE),
  };
  const dx = new Float64Array(RINGS * ANGLES);
  const dy = new Float64Array(RINGS * ANGLES);
  for (let i = 0; i < RINGS; i++) {
    for (let a = 0; a < ANGLES; a++) {
      dx[i * ANGLES + a] = radius * RING[i] * Math.cos((2 * Math.PI * a) / ANGLES);
      dy[i * ANGLES + a] = radius * RING[i] * Math.sin((2 * Math.PI * a) / ANGLES);
    }
  }
  const sample = new Float64Array(RINGS * ANGLES);
  const ringReal = new Float64Array(ANGULAR * RINGS);
  const ringImaginary = new Float64Array(ANGULAR * RINGS);
  for (let p = 0; p < points.count; p++) {
    samplePolar(smoothed, points.x[p], points.y[p], dx, dy, sample);
    for (let m = 0; m < ANGULAR; m++) {
      for (let i = 0; i < RINGS; i++) {
        let re = 0;
        let im = 0;
        for (let a = 0; a < ANGLES; a++) {
          const v = sample[i * ANGLES + a];
          re += v * COSINE[m * ANGLES + a];
          im += v * SINE[m * ANGLES + a];
        }
        ringReal[m * RINGS + i] = re;
        ringImaginary[m * RINGS + i] = im;
      }
    }
    for (let k = 0; k < SIZE; k++) {
      const { n, m } = ORDERS[k];
      let re = 0;
      let im = 0;
      for (let i = 0; i < RINGS; i++) {
        re += RADIAL_BASIS[n * RINGS + i] * ringReal[m * RINGS + i];
        im += RADIAL_BASIS[n * RINGS + i] * ringImaginary[m * RINGS + i];
      }
      // Moments of m > 0 stand for those of −m too.
      const weight = m === 0 ? 1 : Math.SQRT2;
      out.real[p * SIZE + k] = re * weight;
      out.imaginary[p * SIZE + k] = im * weight;
      out.magnitude[p * SIZE + k] = Math.sqrt(re * re + im * im) * weight;
    }
  }
  return out;
}

function samplePolar(
  plane: Plane,
  cx: number,
  cy: number,
  dx: Float64Array,
  dy: Float64Array,
  out: Float64Array,
): void {
  const { width, data } = plane;
  for (let s = 0; s < out.length; s++) {
    const x = cx + dx[s];
    const y = cy + dy[s];
    const x0 = Math.floor(x);
    const y0 = Math.floor(y);
    const fx = x - x0;
    const fy = y - y0;
    const i = y0 * width + x0;
    const top = data[i] + fx * (data[i + 1] - data[i]);
    const bottom = data[i + width] + fx * (data[i + width + 1] - data[i + width]);
    out[s] = top + fy * (bottom - top);
  }
}
