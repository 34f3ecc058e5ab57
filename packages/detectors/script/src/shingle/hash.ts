/** A. Appleby, MurmurHash3 (2011): the 32-bit finaliser; every bit of the input changes half of the output's. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A second hash of a hashed value, as good as independent for each seed. */
export const remix = (value: number, seed: number): number =>
  mix(mix(value) ^ Math.imul(seed + 1, 0x9e3779b1));
