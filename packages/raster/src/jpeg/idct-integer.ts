// C. Loeffler, A. Ligtenberg, G. S. Moschytz: Practical fast 1-D DCT algorithms with 11 multiplications, ICASSP 1989,
// in the 12-multiplication form, with 13-bit constants and two fraction bits between the passes. These precisions are
// those of the Independent JPEG Group's accurate integer transform, so that pixels come out as other software shows them.

const CONSTANT_BITS = 13;
const PASS_BITS = 2;
const fixed = (value: number) => Math.round(value * (1 << CONSTANT_BITS));

const C = (k: number) => Math.SQRT2 * Math.cos((k * Math.PI) / 16);
// Even part: rotation by 6π/16. Odd part: the paper's rotations factored over sums of the inputs.
const EVEN = fixed(C(6));
const EVEN_2 = fixed(C(2) - C(6));
const EVEN_6 = fixed(C(2) + C(6));
const ODD = fixed(C(3));
const ODD_7 = fixed(-C(1) + C(3) + C(5) - C(7));
const ODD_5 = fixed(C(1) + C(3) - C(5) + C(7));
const ODD_3 = fixed(C(1) + C(3) + C(5) - C(7));
const ODD_1 = fixed(C(1) + C(3) - C(5) - C(7));
const SUM_71 = fixed(C(3) - C(7));
const SUM_53 = fixed(C(1) + C(3));
const SUM_73 = fixed(C(3) + C(5));
const SUM_51 = fixed(C(3) - C(5));

const SHIFT_1 = CONSTANT_BITS - PASS_BITS;
const SHIFT_2 = CONSTANT_BITS + PASS_BITS + 3;
const ROUND_1 = 1 << (SHIFT_1 - 1);
/** Rounding and the level shift of T.81, A.3.1. */
const ROUND_2 = (1 << (SHIFT_2 - 1)) + (128 << SHIFT_2);

const { imul } = Math;
// Scratch: the transform runs to its end in one call.
const work = new Int32Array(64);
const line = new Int32Array(8);

/**
 * Dequantises one block, transforms it and writes 8 × 8 samples, level-shifted and clamped to [0, 255].
 *
 * @param steps quantisation table in natural order
 * @param samples written at `at`, with `stride` samples a row
 */
export function idctToSamples(
  levels: Int16Array,
  offset: number,
  steps: Uint16Array,
  samples: Uint8ClampedArray,
  at: number,
  stride: number,
): void {
  let flat = true;
  for (let u = 0; u < 8; u++) if (!transformColumn(levels, offset + u, steps, u)) flat = false;
  for (let y = 0; y < 64; y += 8, at += stride) {
    if (flat) samples.fill((work[y]! + 16 + (128 << 5)) >> 5, at, at + 8);
    else transformRow(y, samples, at);
  }
}

/** @returns whether the column adds nothing but the block's mean */
function transformColumn(levels: Int16Array, at: number, steps: Uint16Array, u: number): boolean {
  const x0 = imul(levels[at]!, steps[u]!);
  const l1 = levels[at + 8]!;
  const l2 = levels[at + 16]!;
  const l3 = levels[at + 24]!;
  const l4 = levels[at + 32]!;
  const l5 = levels[at + 40]!;
  const l6 = levels[at + 48]!;
  const l7 = levels[at + 56]!;
  if ((l1 | l2 | l3 | l4 | l5 | l6 | l7) === 0) {
    const mean = x0 << PASS_BITS;
    for (let y = u; y < 64; y += 8) work[y] = mean;
    return u === 0 || x0 === 0;
  }
  inverse8(
    x0,
    imul(l1, steps[u + 8]!),
    imul(l2, steps[u + 16]!),
    imul(l3, steps[u + 24]!),
    imul(l4, steps[u + 32]!),
    imul(l5, steps[u + 40]!),
    imul(l6, steps[u + 48]!),
    imul(l7, steps[u + 56]!),
    ROUND_1,
  );
  for (let y = 0; y < 8; y++) work[8 * y + u] = line[y]! >> SHIFT_1;
  return false;
}

function transformRow(y: number, samples: Uint8ClampedArray, at: number): void {
  inverse8(
    work[y]!,
    work[y + 1]!,
    work[y + 2]!,
    work[y + 3]!,
    work[y + 4]!,
    work[y + 5]!,
    work[y + 6]!,
    work[y + 7]!,
    ROUND_2,
  );
  for (let x = 0; x < 8; x++) samples[at + x] = line[x]! >> SHIFT_2;
}

/** One-dimensional inverse transform into `line`, scaled up by the constants' bits, `rounding` added. */
function inverse8(
  x0: number,
  x1: number,
  x2: number,
  x3: number,
  x4: number,
  x5: number,
  x6: number,
  x7: number,
  rounding: number,
): void {
  const rotated = imul(x2 + x6, EVEN);
  const low = rotated - imul(x6, EVEN_6);
  const high = rotated + imul(x2, EVEN_2);
  const sum = ((x0 + x4) << CONSTANT_BITS) + rounding;
  const difference = ((x0 - x4) << CONSTANT_BITS) + rounding;
  const e0 = sum + high;
  const e1 = difference + low;
  const e2 = difference - low;
  const e3 = sum - high;

  const all = imul(x1 + x3 + x5 + x7, ODD);
  const s73 = all - imul(x7 + x3, SUM_73);
  const s51 = all - imul(x5 + x1, SUM_51);
  const s71 = imul(x7 + x1, SUM_71);
  const s53 = imul(x5 + x3, SUM_53);
  const o0 = imul(x1, ODD_1) - s71 + s51;
  const o1 = imul(x3, ODD_3) - s53 + s73;
  const o2 = imul(x5, ODD_5) - s53 + s51;
  const o3 = imul(x7, ODD_7) - s71 + s73;

  line[0] = e0 + o0;
  line[1] = e1 + o1;
  line[2] = e2 + o2;
  line[3] = e3 + o3;
  line[4] = e3 - o3;
  line[5] = e2 - o2;
  line[6] = e1 - o1;
  line[7] = e0 - o0;
}
