/** Middle value, the upper one of an even count; NaN of none. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
