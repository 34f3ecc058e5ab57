// ITU-T T.81, A.3.3: 8 × 8 DCT-II and its inverse in floating point; both are orthonormal there, as here.
// A one-dimensional transform splits by symmetry into two 4 × 4 products: even inputs' sums, odd inputs' differences.

import type { Plane } from '../plane.ts';

/** cos(kπ/16) / 2, the orthonormal 8-point basis' values. */
const c = (k: number) => Math.cos((k * Math.PI) / 16) / 2;
const [C1, C2, C3, C4, C5, C6, C7] = [c(1), c(2), c(3), c(4), c(5), c(6), c(7)] as const;

const work = new Float32Array(64);

/**
 * Orthonormal DCT-II of the 8 × 8 samples of a plane at (x, y), which must lie inside it whole.
 *
 * @param out 64 coefficients in natural order (8·v + u); out[0] is eight times the mean. No level shift is applied:
 *   subtract 1024 from out[0] for JPEG's DC.
 */
export function blockDct(plane: Plane, x: number, y: number, out: Float32Array): void {
  const { data, width } = plane;
  for (let row = 0, at = y * width + x; row < 64; row += 8, at += width) forward(data, at, 1, work, row);
  for (let u = 0; u < 8; u++) forward(work, u, 8, out, u);
}

/**
 * Dequantises one block and transforms it back.
 *
 * @param levels 64 quantised levels from `offset`, natural order
 * @param steps quantisation table, natural order
 * @param out 64 samples, row-major, neither level-shifted (add 128 for a JPEG sample) nor rounded nor clamped
 */
export function idctBlock(
  levels: Int16Array | Float32Array,
  offset: number,
  steps: Uint16Array,
  out: Float32Array,
): void {
  for (let u = 0; u < 8; u++) inverseColumn(levels, offset + u, steps, u);
  for (let row = 0; row < 64; row += 8) inverseRow(row, out);
}

/** 8 values at `at`, `stride` apart, to the same layout of `out` at `to`. */
function forward(data: Float32Array, at: number, stride: number, out: Float32Array, to: number): void {
  const a = data[at]!;
  const b = data[at + stride]!;
  const d = data[at + 2 * stride]!;
  const e = data[at + 3 * stride]!;
  const f = data[at + 4 * stride]!;
  const g = data[at + 5 * stride]!;
  const h = data[at + 6 * stride]!;
  const i = data[at + 7 * stride]!;
  const s0 = a + i;
  const s1 = b + h;
  const s2 = d + g;
  const s3 = e + f;
  const d0 = a - i;
  const d1 = b - h;
  const d2 = d - g;
  const d3 = e - f;
  out[to] = C4 * (s0 + s3 + s1 + s2);
  out[to + 4 * stride] = C4 * (s0 + s3 - s1 - s2);
  out[to + 2 * stride] = C2 * (s0 - s3) + C6 * (s1 - s2);
  out[to + 6 * stride] = C6 * (s0 - s3) - C2 * (s1 - s2);
  out[to + stride] = C1 * d0 + C3 * d1 + C5 * d2 + C7 * d3;
  out[to + 3 * stride] = C3 * d0 - C7 * d1 - C1 * d2 - C5 * d3;
  out[to + 5 * stride] = C5 * d0 - C1 * d1 + C7 * d2 + C3 * d3;
  out[to + 7 * stride] = C7 * d0 - C5 * d1 + C3 * d2 - C1 * d3;
}

function inverseColumn(levels: Int16Array | Float32Array, at: number, steps: Uint16Array, u: number): void {
  const x0 = levels[at]! * steps[u]!;
  const x1 = levels[at + 8]! * steps[u + 8]!;
  const x2 = levels[at + 16]! * steps[u + 16]!;
  const x3 = levels[at + 24]! * steps[u + 24]!;
  const x4 = levels[at + 32]! * steps[u + 32]!;
  const x5 = levels[at + 40]! * steps[u + 40]!;
  const x6 = levels[at + 48]! * steps[u + 48]!;
  const x7 = levels[at + 56]! * steps[u + 56]!;
  inverse(x0, x1, x2, x3, x4, x5, x6, x7, work, u, 8);
}

function inverseRow(row: number, out: Float32Array): void {
  const x0 = work[row]!;
  const x1 = work[row + 1]!;
  const x2 = work[row + 2]!;
  const x3 = work[row + 3]!;
  const x4 = work[row + 4]!;
  const x5 = work[row + 5]!;
  const x6 = work[row + 6]!;
  const x7 = work[row + 7]!;
  inverse(x0, x1, x2, x3, x4, x5, x6, x7, out, row, 1);
}

function inverse(
  x0: number,
  x1: number,
  x2: number,
  x3: number,
  x4: number,
  x5: number,
  x6: number,
  x7: number,
  out: Float32Array,
  to: number,
  stride: number,
): void {
  const sum = C4 * (x0 + x4);
  const difference = C4 * (x0 - x4);
  const high = C2 * x2 + C6 * x6;
  const low = C6 * x2 - C2 * x6;
  const e0 = sum + high;
  const e1 = difference + low;
  const e2 = difference - low;
  const e3 = sum - high;
  const o0 = C1 * x1 + C3 * x3 + C5 * x5 + C7 * x7;
  const o1 = C3 * x1 - C7 * x3 - C1 * x5 - C5 * x7;
  const o2 = C5 * x1 - C1 * x3 + C7 * x5 + C3 * x7;
  const o3 = C7 * x1 - C5 * x3 + C3 * x5 - C1 * x7;
  out[to] = e0 + o0;
  out[to + stride] = e1 + o1;
  out[to + 2 * stride] = e2 + o2;
  out[to + 3 * stride] = e3 + o3;
  out[to + 4 * stride] = e3 - o3;
  out[to + 5 * stride] = e2 - o2;
  out[to + 6 * stride] = e1 - o1;
  out[to + 7 * stride] = e0 - o0;
}
