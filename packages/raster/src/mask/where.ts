/** 1 where the test holds, else 0. A plain loop: `Uint8Array.from` with a function goes through an iterator and takes ten times as long. */
export function maskWhere(
  values: ArrayLike<number>,
  holds: (value: number, i: number) => boolean,
): Uint8Array {
  const mask = new Uint8Array(values.length);
  for (let i = 0; i < mask.length; i++) if (holds(values[i]!, i)) mask[i] = 1;
  return mask;
}
