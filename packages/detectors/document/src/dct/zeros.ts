import type { Plane } from '@jianzhen/raster';

/**
 * How many DCT coefficients of the 8 × 8 block at each pixel are zero: step 1 of ZERO (Nikoukhah, Anger, Colom, Morel & Grompone von Gioi, "ZERO: a local JPEG grid origin detector
 * based on the number of DCT zeros and its applications in image forensics", IPOL 11, 2021). Only the 16
 * frequencies with u, v ≥ 4 are counted: steps are largest there, so JPEG leaves most of its zeros there, and a fourth of
 * the work remains.
 */
const E4 = Math.SQRT1_2 / 2;
const C2 = Math.cos(Math.PI / 8) / 2;
const C6 = Math.sin(Math.PI / 8) / 2;
const C1 = Math.cos(Math.PI / 16) / 2;
const C3 = Math.cos((3 * Math.PI) / 16) / 2;
const C5 = Math.cos((5 * Math.PI) / 16) / 2;
const C7 = Math.cos((7 * Math.PI) / 16) / 2;
type Lines = [
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
  Float32Array,
];
/** Rounding of pixels leaves a zero coefficient within this (Nikoukhah et al. 2021, section 2.1). */
const ZERO = 0.5;

/**
 * One count, 0 to 16, for each block origin; 255 where the block is not looked at: outside `wanted` cells (8 × 8 pixels,
 * row-major), or alike along x or y, where zeros come without JPEG.
 */
export function countZeros(luma: Plane, wanted: Uint8Array): Uint8Array {
  const { width, height, data } = luma;
  const columns = Math.ceil(width / 8);
  const counts = new Uint8Array(width * height).fill(255);
  const reach = width - 7;
  // Row transforms of the last eight lines, coefficients 4 to 7 of every horizontal position.
  const lines = Array.from({ length: 8 }, () => new Float32Array(4 * Math.max(0, reach)));
  for (let y = 0; y < height; y++) {
    const line = lines[y & 7]!;
    // Eight lines share a cell row; the lines above reach down into it.
    const above = (Math.max(0, y - 7) >> 3) * columns;
    const here = (y >> 3) * columns;
    for (let x = 0; x < reach; x++) {
      if (!wanted[here + (x >> 3)] && !wanted[above + (x >> 3)]) continue;
      transformHigh(data, y * width + x, 1, line, 4 * x);
    }
    if (y < 7) continue;
    const top = y - 7;
    const cellRow = (top >> 3) * columns;
    // Looked up once a line: inside the loop the look-ups cost more than the sums.
    const [l0, l1, l2, l3, l4, l5, l6, l7] = Array.from(
      { length: 8 },
      (_, i) => lines[(top + i) & 7]!,
    ) as Lines;
    for (let x = 0; x < reach; x++) {
      if (!wanted[cellRow + (x >> 3)]) continue;
      const at = 4 * x;
      let zeros = 0;
      let energy = 0;
      for (let u = at; u < at + 4; u++) {
        const a0 = l0[u]!;
        const a1 = l1[u]!;
        const a2 = l2[u]!;
        const a3 = l3[u]!;
        const a4 = l4[u]!;
        const a5 = l5[u]!;
        const a6 = l6[u]!;
        const a7 = l7[u]!;
        const d0 = a0 - a7;
        const d1 = a1 - a6;
        const d2 = a2 - a5;
        const d3 = a3 - a4;
        const v4 = (a0 + a7 - a1 - a6 - a2 - a5 + a3 + a4) * E4;
        const v6 = (a0 + a7 - a3 - a4) * C6 - (a1 + a6 - a2 - a5) * C2;
        const v5 = d0 * C5 - d1 * C1 + d2 * C7 + d3 * C3;
        const v7 = d0 * C7 - d1 * C5 + d2 * C3 - d3 * C1;
        if (v4 < ZERO && v4 > -ZERO) zeros++;
        if (v5 < ZERO && v5 > -ZERO) zeros++;
        if (v6 < ZERO && v6 > -ZERO) zeros++;
        if (v7 < ZERO && v7 > -ZERO) zeros++;
        energy += d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
      }
      if (energy > 0.01) counts[top * width + x] = zeros;
    }
  }
  return counts;
}

/** Coefficients 4, 5, 6 and 7 of the eight samples from `at`. */
function transformHigh(a: Float32Array, at: number, step: number, out: Float32Array, to: number): void {
  const a0 = a[at]!;
  const a1 = a[at + step]!;
  const a2 = a[at + 2 * step]!;
  const a3 = a[at + 3 * step]!;
  const a4 = a[at + 4 * step]!;
  const a5 = a[at + 5 * step]!;
  const a6 = a[at + 6 * step]!;
  const a7 = a[at + 7 * step]!;
  const d0 = a0 - a7;
  const d1 = a1 - a6;
  const d2 = a2 - a5;
  const d3 = a3 - a4;
  out[to] = (a0 + a7 - a1 - a6 - a2 - a5 + a3 + a4) * E4;
  out[to + 1] = d0 * C5 - d1 * C1 + d2 * C7 + d3 * C3;
  out[to + 2] = (a0 + a7 - a3 - a4) * C6 - (a1 + a6 - a2 - a5) * C2;
  out[to + 3] = d0 * C7 - d1 * C5 + d2 * C3 - d3 * C1;
}
