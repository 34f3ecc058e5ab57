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
