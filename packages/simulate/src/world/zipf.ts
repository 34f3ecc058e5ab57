/** Draws ranks 0 … n − 1, the k-th with a weight of (k + 1)^−s: few large, many small. `at` in [0, 1). */
export type Ranks = (at: number) => number;

/** G. K. Zipf, "Human Behavior and the Principle of Least Effort" (1949). */
export const zipf = (n: number, s: number): Ranks =>
  byWeight(Array.from({ length: n }, (_, k) => (k + 1) ** -s));

/** Draws indices by their weights, in logarithmic time. */
export function byWeight(weights: readonly number[]): Ranks {
  const until = new Float64Array(weights.length);
  let sum = 0;
  weights.forEach((weight, k) => {
    sum += weight;
    until[k] = sum;
  });
  return (at) => {
    const wanted = at * sum;
    let low = 0;
    let high = until.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (until[middle]! > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
