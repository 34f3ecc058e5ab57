/** Bilinear; pixel edges at whole numbers, the border repeated. */
export function sampled(values: Float32Array, width: number, height: number, x: number, y: number): number {
  const px = Math.min(width - 1, Math.max(0, x - 0.5));
  const py = Math.min(height - 1, Math.max(0, y - 0.5));
  const left = Math.floor(px);
  const top = Math.floor(py);
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const fx = px - left;
  const fy = py - top;
  const above = values[top * width + left] * (1 - fx) + values[top * width + right] * fx;
  const below = values[bottom * width + left] * (1 - fx) + values[bottom * width + right] * fx;
  return above * (1 - fy) + below * fy;
}
