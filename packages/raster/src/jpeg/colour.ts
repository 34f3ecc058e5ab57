// JPEG File Interchange Format 1.02, "Conversion to and from RGB"; 16-bit fixed point, rounded.

const BITS = 16;
const HALF = 1 << (BITS - 1);
const RED_CR = new Int32Array(256);
const BLUE_CB = new Int32Array(256);
const GREEN_CB = new Int32Array(256);
const GREEN_CR = new Int32Array(256);
for (let i = 0; i < 256; i++) {
  const chroma = i - 128;
  RED_CR[i] = (Math.round(1.402 * (1 << BITS)) * chroma + HALF) >> BITS;
  BLUE_CB[i] = (Math.round(1.772 * (1 << BITS)) * chroma + HALF) >> BITS;
  GREEN_CB[i] = -Math.round(0.344136 * (1 << BITS)) * chroma + HALF;
  GREEN_CR[i] = -Math.round(0.714136 * (1 << BITS)) * chroma;
}

/** One row of YCbCr to interleaved RGB, clamped by `rgb` itself. */
export function convertYcc(
  y: Uint8ClampedArray,
  cb: Uint8ClampedArray,
  cr: Uint8ClampedArray,
  width: number,
  rgb: Uint8ClampedArray,
  at: number,
): void {
  for (let x = 0; x < width; x++, at += 3) {
    const luma = y[x]!;
    const b = cb[x]!;
    const r = cr[x]!;
    rgb[at] = luma + RED_CR[r]!;
    rgb[at + 1] = luma + ((GREEN_CB[b]! + GREEN_CR[r]!) >> BITS);
    rgb[at + 2] = luma + BLUE_CB[b]!;
  }
}
