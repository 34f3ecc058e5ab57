/**
 * The 8 × 8 DCT-II of ITU-T T.81 (A.3.3), orthonormal: a flat block of value v has DC 8·v, and white noise keeps its
 * variance in every coefficient. Index of a coefficient: 8·v + u, u horizontal.
 */
const S = Math.SQRT1_2 / 2;
const C2 = Math.cos(Math.PI / 8) / 2;
const C6 = Math.sin(Math.PI / 8) / 2;
const C1 = Math.cos(Math.PI / 16) / 2;
const C3 = Math.cos((3 * Math.PI) / 16) / 2;
const C5 = Math.cos((5 * Math.PI) / 16) / 2;
const C7 = Math.cos((7 * Math.PI) / 16) / 2;

/** 1-D transform of eight samples `step` apart, from `at`, in place. */
function forward8(a: Float32Array, at: number, step: number): void {
  const i1 = at + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const s0 = a[at]! + a[i7]!;
  const d0 = a[at]! - a[i7]!;
  const s1 = a[i1]! + a[i6]!;
  const d1 = a[i1]! - a[i6]!;
  const s2 = a[i2]! + a[i5]!;
  const d2 = a[i2]! - a[i5]!;
  const s3 = a[i3]! + a[i4]!;
  const d3 = a[i3]! - a[i4]!;
  const e0 = s0 + s3;
  const e1 = s1 + s2;
  const e2 = s0 - s3;
  const e3 = s1 - s2;
  a[at] = (e0 + e1) * S;
  a[i4] = (e0 - e1) * S;
  a[i2] = e2 * C2 + e3 * C6;
  a[i6] = e2 * C6 - e3 * C2;
  a[i1] = d0 * C1 + d1 * C3 + d2 * C5 + d3 * C7;
  a[i3] = d0 * C3 - d1 * C7 - d2 * C1 - d3 * C5;
  a[i5] = d0 * C5 - d1 * C1 + d2 * C7 + d3 * C3;
  a[i7] = d0 * C7 - d1 * C5 + d2 * C3 - d3 * C1;
}

function inverse8(a: Float32Array, at: number, step: number): void {
  const i1 = at + step;
  const i2 = i1 + step;
  const i3 = i2 + step;
  const i4 = i3 + step;
  const i5 = i4 + step;
  const i6 = i5 + step;
  const i7 = i6 + step;
  const x1 = a[i1]!;
  const x2 = a[i2]!;
  const x3 = a[i3]!;
  const x5 = a[i5]!;
  const x6 = a[i6]!;
  const x7 = a[i7]!;
  const t0 = (a[at]! + a[i4]!) * S;
  const t1 = (a[at]! - a[i4]!) * S;
  const t2 = x2 * C2 + x6 * C6;
  const t3 = x2 * C6 - x6 * C2;
  const s0 = t0 + t2;
  const s3 = t0 - t2;
  const s1 = t1 + t3;
  const s2 = t1 - t3;
  const d0 = x1 * C1 + x3 * C3 + x5 * C5 + x7 * C7;
  const d1 = x1 * C3 - x3 * C7 - x5 * C1 - x7 * C5;
  const d2 = x1 * C5 - x3 * C1 + x5 * C7 + x7 * C3;
  const d3 = x1 * C7 - x3 * C5 + x5 * C3 - x7 * C1;
  a[at] = s0 + d0;
  a[i7] = s0 - d0;
  a[i1] = s1 + d1;
  a[i6] = s1 - d1;
  a[i2] = s2 + d2;
  a[i5] = s2 - d2;
  a[i3] = s3 + d3;
  a[i4] = s3 - d3;
}

/** Transforms the 64 samples (row-major) from `at` in place. */
export function forwardBlock(a: Float32Array, at = 0): void {
  for (let row = 0; row < 64; row += 8) forward8(a, at + row, 1);
  for (let column = 0; column < 8; column++) forward8(a, at + column, 8);
}

export function inverseBlock(a: Float32Array, at = 0): void {
  for (let column = 0; column < 8; column++) inverse8(a, at + column, 8);
  for (let row = 0; row < 64; row += 8) inverse8(a, at + row, 1);
}

/** ITU-T T.81 figure A.6: natural index of the i-th coefficient in zigzag order. */
export const ZIGZAG: Uint8Array = (() => {
  const order: [number, number][] = [];
  for (let i = 0; i < 64; i++) order.push([i >> 3, i & 7]);
  order.sort(([v1, u1], [v2, u2]) => {
    const diagonal = u1 + v1 - u2 - v2;
    if (diagonal !== 0) return diagonal;
    return (u1 + v1) % 2 === 0 ? u1 - u2 : v1 - v2;
  });
  return Uint8Array.from(order, ([v, u]) => 8 * v + u);
})();
