import { type Plane, plane } from '@jianzhen/raster';

/** Averages `factor` × `factor` pixels; a partial last column or row is dropped. Factor 1 gives the plane itself. */
export function shrink(source: Plane, factor: number): Plane {
  if (factor === 1) return source;
  const width = Math.floor(source.width / factor);
  const height = Math.floor(source.height / factor);
  const out = plane(width, height);
  const norm = 1 / (factor * factor);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let j = 0; j < factor; j++) {
        const row = (y * factor + j) * source.width + x * factor;
        for (let i = 0; i < factor; i++) sum += source.data[row + i];
      }
      out.data[y * width + x] = sum * norm;
    }
  }
  return out;
}

/** Binomial smoothing with (1 4 6 4 1)/16 both ways (a Gaussian of σ = 1); borders are clamped. */
export function smooth(source: Plane): Plane {
  const { width, height, data } = source;
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const last = row + width - 1;
    for (let i = row + 2; i < last - 1; i++)
      across[i] = (data[i - 2] + data[i + 2] + 4 * (data[i - 1] + data[i + 1]) + 6 * data[i]) / 16;
    for (const i of [row, row + 1, last - 1, last]) {
      if (i < row || i > last) continue;
      const at = (offset: number) => data[Math.min(last, Math.max(row, i + offset))];
      across[i] = (at(-2) + at(2) + 4 * (at(-1) + at(1)) + 6 * data[i]) / 16;
    }
  }
  const out = plane(width, height);
  for (let y = 0; y < height; y++) {
    const a = Math.max(0, y - 2) * width;
    const b = Math.max(0, y - 1) * width;
    const c = y * width;
    const d = Math.min(height - 1, y + 1) * width;
    const e = Math.min(height - 1, y + 2) * width;
    for (let x = 0; x < width; x++) {
      out.data[c + x] =
        (across[a + x] + across[e + x] + 4 * (across[b + x] + across[d + x]) + 6 * across[c + x]) / 16;
    }
  }
  return out;
}

/** Mean over (2 radius + 1)² pixels by running sums; the window is cut at the borders. */
export function boxMean(source: Plane, radius: number): Plane {
  const { width, height, data } = source;
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let sum = 0;
    let count = 0;
    for (let x = 0; x < Math.min(radius, width); x++) {
      sum += data[row + x];
      count++;
    }
    for (let x = 0; x < width; x++) {
      if (x + radius < width) {
        sum += data[row + x + radius];
        count++;
      }
      if (x > radius) {
        sum -= data[row + x - radius - 1];
        count--;
      }
      across[row + x] = sum / count;
    }
  }
  const out = plane(width, height);
  const sums = new Float64Array(width);
  let rows = 0;
  for (let y = 0; y < Math.min(radius, height); y++) {
    for (let x = 0; x < width; x++) sums[x] += across[y * width + x];
    rows++;
  }
  for (let y = 0; y < height; y++) {
    const entering = y + radius < height ? (y + radius) * width : -1;
    const leaving = y > radius ? (y - radius - 1) * width : -1;
    if (entering >= 0) rows++;
    if (leaving >= 0) rows--;
    const norm = 1 / rows;
    for (let x = 0; x < width; x++) {
      let sum = sums[x];
      if (entering >= 0) sum += across[entering + x];
      if (leaving >= 0) sum -= across[leaving + x];
      sums[x] = sum;
      out.data[y * width + x] = sum * norm;
    }
  }
  return out;
}
