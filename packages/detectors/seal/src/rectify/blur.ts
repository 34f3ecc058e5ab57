/** Mean of the square of 2 · reach + 1 pixels about each pixel; beyond the edge nothing is counted. */
export function blurred(values: Float32Array, width: number, reach: number): Float32Array {
  const height = values.length / width;
  const across = new Float32Array(values.length);
  for (let y = 0; y < height; y++) slide(values, across, y * width, 1, width, reach);
  const out = new Float32Array(values.length);
  for (let x = 0; x < width; x++) slide(across, out, x, width, height, reach);
  return out;
}

/** Running means along one row or column. */
function slide(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  length: number,
  reach: number,
): void {
  let sum = 0;
  let count = 0;
  for (let i = -reach; i < length; i++) {
    if (i + reach < length) {
      sum += from[start + (i + reach) * step];
      count++;
    }
    if (i - reach - 1 >= 0) {
      sum -= from[start + (i - reach - 1) * step];
      count--;
    }
    if (i >= 0) to[start + i * step] = sum / count;
  }
}
