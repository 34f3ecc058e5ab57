/** Numbers by name. */
export type Named = Readonly<Record<string, number>>;

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}

export const deviation = (values: ArrayLike<number>): number => Math.sqrt(moment(values, 2));

/** Mean of a power of the distance from the mean. */
export function moment(values: ArrayLike<number>, power: number): number {
  const middle = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - middle) ** power;
  return values.length === 0 ? 0 : sum / values.length;
}

/** The value below which so large a share lies; 0 of no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
