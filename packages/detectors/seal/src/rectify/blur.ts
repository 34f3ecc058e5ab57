/** Mean of the square of 2 · reach + 1 pixels about each pixel; beyond the edge nothing is counted. */
export function blurred(values: Float32Array, width: number, reach: number): Float32Array {
  const height = values.length / width;
  const across = new Float32Array(values.length);
  for (let from = 0; from < values.length; from += width) slideAlong(values, across, from, width, reach);
  return slidDown(across, width, height, reach);
}

/** Running means along a row. */
function slideAlong(from: Float32Array, to: Float32Array, start: number, width: number, reach: number): void {
  let sum = 0;
  let count = 0;
  for (let x = -reach; x < width; x++) {
    if (x + reach < width) {
      sum += from[start + x + reach];
      count++;
    }
    if (x - reach - 1 >= 0) {
      sum -= from[start + x - reach - 1];
      count--;
    }
    if (x >= 0) to[start + x] = sum / count;
  }
}

/** Running means down all columns at once: one by one, each step would be another line of the cache. */
function slidDown(from: Float32Array, width: number, height: number, reach: number): Float32Array {
  const out = new Float32Array(from.length);
  const sums = new Float64Array(width);
  let count = 0;
  for (let y = -reach; y < height; y++) {
    const entering = (y + reach) * width;
    if (y + reach < height) {
      for (let x = 0; x < width; x++) sums[x] += from[entering + x];
      count++;
    }
    const leaving = (y - reach - 1) * width;
    if (leaving >= 0) {
      for (let x = 0; x < width; x++) sums[x] -= from[leaving + x];
      count--;
    }
    const at = y * width;
    if (at >= 0) for (let x = 0; x < width; x++) out[at + x] = sums[x] / count;
  }
  return out;
}
