// F. C. Crow, "Summed-area tables for texture mapping" (1984): the sum over any window out of four sums.

/** Sums of values and of weights from the corner on, (width + 1) × (height + 1). */
export interface SummedArea {
  readonly width: number;
  readonly height: number;
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

/** @param value of a pixel, asked where its mask is set; elsewhere there is neither value nor weight */
export function summedArea(
  mask: Uint8Array,
  width: number,
  height: number,
  value: (pixel: number) => number,
): SummedArea {
  const line = width + 1;
  const values = new Float64Array(line * (height + 1));
  const weights = new Float64Array(line * (height + 1));
  for (let y = 0, i = 0; y < height; y++) {
    let sum = 0;
    let count = 0;
    for (let x = 0, at = (y + 1) * line + 1; x < width; x++, i++, at++) {
      if (mask[i] !== 0) {
        sum += value(i);
        count++;
      }
      values[at] = values[at - line]! + sum;
      weights[at] = weights[at - line]! + count;
    }
  }
  return { width, height, values, weights };
}

/** Mean about each pixel where a mask is set, of every `step`-th one, over the square that reaches so far; 0 where nothing has weight. */
export function windowMeans(
  { width, height, values, weights }: SummedArea,
  mask: Uint8Array,
  reach: number,
  step = 1,
): Float32Array {
  const line = width + 1;
  const out = new Float32Array(mask.length);
  let count = 0;
  for (let i = 0; i < mask.length; i += step) {
    if (mask[i] === 0) continue;
    const y = Math.floor(i / width);
    const x = i - y * width;
    const left = Math.max(0, x - reach);
    const right = Math.min(width, x + reach + 1);
    const above = Math.max(0, y - reach) * line;
    const below = Math.min(height, y + reach + 1) * line;
    const [a, b, c, d] = [below + right, above + right, below + left, above + left];
    const weight = weights[a]! - weights[b]! - weights[c]! + weights[d]!;
    out[count++] = (values[a]! - values[b]! - values[c]! + values[d]!) / Math.max(1, weight);
  }
  return out.subarray(0, count);
}
