/** Small statistics of samples; of none, 0. */
export interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly deviation: number;
  /** Third standardised moment. */
  readonly skew: number;
}

export function moments(values: ArrayLike<number>): Moments {
  const count = values.length;
  if (count === 0) return { count, mean: 0, deviation: 0, skew: 0 };
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i]!;
  const mean = sum / count;
  let second = 0;
  let third = 0;
  for (let i = 0; i < count; i++) {
    const d = values[i]! - mean;
    second += d * d;
    third += d * d * d;
  }
  const deviation = Math.sqrt(second / count);
  return { count, mean, deviation, skew: deviation > 1e-9 ? third / count / deviation ** 3 : 0 };
}

/** Quantiles of the values, 0 for none. */
export function quantiles(values: Float32Array, shares: readonly number[]): number[] {
  const sorted = values.toSorted();
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

/** Values of the pixels where the mask is set, of every `step`-th one. */
export function pick(mask: Uint8Array, value: (i: number) => number, step = 1): Float32Array {
  let count = 0;
  for (let i = 0; i < mask.length; i += step) if (mask[i]) count++;
  const out = new Float32Array(count);
  for (let i = 0, at = 0; i < mask.length; i += step) if (mask[i]) out[at++] = value(i);
  return out;
}

/** Least squares of y on the columns of rows; 0s where they say nothing. */
export function regress(rows: readonly (readonly number[])[], y: readonly number[]): number[] {
  const n = rows[0]?.length ?? 0;
  const m = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) => (i === j ? PULL : 0)),
  );
  for (const [k, row] of rows.entries())
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) m[i]![j]! += row[i]! * row[j]!;
      m[i]![n]! += row[i]! * y[k]!;
    }
  return solved(m);
}

/** How values lean: slopes along u and v of the plane that fits them best, with `regress`'s pull towards nothing. */
export function slopes(
  pixels: readonly number[],
  u: Float32Array,
  v: Float32Array,
  value: (pixel: number) => number,
): readonly [number, number] {
  let [n, su, sv, suu, suv, svv, sy, suy, svy] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (const pixel of pixels) {
    const a = u[pixel]!;
    const b = v[pixel]!;
    const y = value(pixel);
    n++;
    su += a;
    sv += b;
    suu += a * a;
    suv += a * b;
    svv += b * b;
    sy += y;
    suy += a * y;
    svy += b * y;
  }
  const [, alongU, alongV] = solved([
    [n + PULL, su, sv, sy],
    [su, suu + PULL, suv, suy],
    [sv, suv, svv + PULL, svy],
  ]);
  return [alongU!, alongV!];
}

/** What keeps normal equations from having no solution. */
const PULL = 1e-6;

/** Gauss and Jordan, in place; the right side is the last column. */
function solved(m: number[][]): number[] {
  const n = m.length;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j) continue;
      const factor = m[j]![i]! / m[i]![i]!;
      for (let k = i; k <= n; k++) m[j]![k]! -= factor * m[i]![k]!;
    }
  return m.map((line, i) => line[n]! / line[i]!);
}

export const logRatio = (a: number, b: number, floor: number): number => Math.log((a + floor) / (b + floor));
