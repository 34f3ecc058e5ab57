/** Of each value, the quantile of those within `reach` of it; what lies there is kept in order from one to the next. */
export function nearbyQuantile(values: Float32Array, reach: number, share: number): Float32Array {
  const sorted = new Float32Array(2 * reach + 1);
  let count = 0;
  /** Where a value stands, or would. */
  const placeOf = (value: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const add = (value: number): void => {
    const place = placeOf(value);
    sorted.copyWithin(place + 1, place, count++);
    sorted[place] = value;
  };
  const take = (value: number): void => {
    const place = placeOf(value);
    sorted.copyWithin(place, place + 1, count--);
  };
  for (let i = 0; i < Math.min(reach, values.length); i++) add(values[i]);
  return values.map((_, x) => {
    if (x - reach - 1 >= 0) take(values[x - reach - 1]);
    if (x + reach < values.length) add(values[x + reach]);
    return sorted[Math.floor(share * count)];
  });
}
