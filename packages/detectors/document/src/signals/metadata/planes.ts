import { type Plane, plane } from '@jianzhen/raster';

/** Black or white bars that cameras put around a thumbnail of another shape are cut off. */
export function trimBars(source: Plane): Plane {
  const { width, height } = source;
  let [top, bottom, left, right] = [0, height, 0, width];
  while (bottom - top > height / 2 && isBar(source, 0, top, width, 1)) top++;
  while (bottom - top > height / 2 && isBar(source, 0, bottom - 1, width, 1)) bottom--;
  while (right - left > width / 2 && isBar(source, left, 0, 1, height)) left++;
  while (right - left > width / 2 && isBar(source, right - 1, 0, 1, height)) right--;
  // A picture may be dark at one edge; bars come in pairs of about the same size.
  if (Math.abs(top - (height - bottom)) > 2) [top, bottom] = [0, height];
  if (Math.abs(left - (width - right)) > 2) [left, right] = [0, width];
  return crop(source, left, top, right - left, bottom - top);
}

function isBar({ width, data }: Plane, x: number, y: number, w: number, h: number): boolean {
  for (let v = y; v < y + h; v++) for (let u = x; u < x + w; u++) if (data[v * width + u]! > 12) return false;
  return true;
}

function crop(source: Plane, x: number, y: number, width: number, height: number): Plane {
  const out = plane(width, height);
  for (let v = 0; v < height; v++) {
    const start = (y + v) * source.width + x;
    out.data.set(source.data.subarray(start, start + width), v * width);
  }
  return out;
}

/** Turned clockwise by quarters. */
export function rotate(source: Plane, quarters: 0 | 1 | 2 | 3): Plane {
  const { width, height, data } = source;
  const out = quarters % 2 === 1 ? plane(height, width) : plane(width, height);
  for (let y = 0; y < out.height; y++) {
    for (let x = 0; x < out.width; x++) {
      const from =
        quarters === 1
          ? (height - 1 - x) * width + y
          : quarters === 2
            ? (height - 1 - y) * width + (width - 1 - x)
            : quarters === 3
              ? x * width + (width - 1 - y)
              : y * width + x;
      out.data[y * out.width + x] = data[from]!;
    }
  }
  return out;
}

interface Moments {
  readonly meanA: number;
  readonly meanB: number;
  readonly varianceA: number;
  readonly varianceB: number;
  readonly covariance: number;
}

function moments(a: Plane, b: Plane): Moments {
  const n = a.data.length;
  let [sumA, sumB] = [0, 0];
  for (let i = 0; i < n; i++) {
    sumA += a.data[i]!;
    sumB += b.data[i]!;
  }
  const [meanA, meanB] = [sumA / n, sumB / n];
  let [varianceA, varianceB, covariance] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [da, db] = [a.data[i]! - meanA, b.data[i]! - meanB];
    varianceA += da * da;
    varianceB += db * db;
    covariance += da * db;
  }
  return { meanA, meanB, varianceA, varianceB, covariance };
}

/** Pearson's correlation of two planes of one size; 0 where one of them is flat. */
export function correlation(a: Plane, b: Plane): number {
  const { varianceA, varianceB, covariance } = moments(a, b);
  const norm = Math.sqrt(varianceA * varianceB);
  return norm > 0 ? covariance / norm : 0;
}

/** `a` with the gain and offset that bring it closest to `b` (least squares). */
export function fitTone(a: Plane, b: Plane): Float32Array {
  const { meanA, meanB, varianceA, covariance } = moments(a, b);
  const gain = varianceA > 0 ? covariance / varianceA : 1;
  return a.data.map((value) => (value - meanA) * gain + meanB);
}
