/** Four sums side by side, so that additions need not wait for each other. `from` is where the second vector starts. */
export function dot(a: Float32Array, b: Float32Array, from = 0): number {
  const { length } = a;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[i]! * b[from + i]!;
    s1 += a[i + 1]! * b[from + i + 1]!;
    s2 += a[i + 2]! * b[from + i + 2]!;
    s3 += a[i + 3]! * b[from + i + 3]!;
  }
  for (; i < length; i++) s0 += a[i]! * b[from + i]!;
  return s0 + s1 + s2 + s3;
}

/** Products of a vector with each of `count` rows that lie one after another, four rows at a time: each of its numbers is fetched once for four. */
export function dotRows(vector: Float32Array, rows: Float32Array, count: number, out: Float64Array): void {
  const { length } = vector;
  const whole = count - (count % 4);
  for (let row = 0; row < whole; row += 4) {
    let at = row * length;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let i = 0; i < length; i++, at++) {
      const x = vector[i]!;
      s0 += x * rows[at]!;
      s1 += x * rows[at + length]!;
      s2 += x * rows[at + 2 * length]!;
      s3 += x * rows[at + 3 * length]!;
    }
    out[row] = s0;
    out[row + 1] = s1;
    out[row + 2] = s2;
    out[row + 3] = s3;
  }
  for (let row = whole; row < count; row++) out[row] = dot(vector, rows, row * length);
}

/** The same direction at length 1; what has no direction stays as it is. */
export function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  return length > 0 ? vector.map((x) => x / length) : vector;
}

export interface Weighed {
  readonly vector: Float32Array;
  readonly weight: number;
}

/** Mean direction: every vector at length 1 before it is weighed, and so the mean. */
export function meanDirection(parts: readonly Weighed[]): Float32Array {
  const sum = new Float32Array(parts[0]!.vector.length);
  for (const { vector, weight } of parts) {
    unit(vector).forEach((x, k) => {
      sum[k]! += weight * x;
    });
  }
  return unit(sum);
}
