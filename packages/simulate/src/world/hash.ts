/** Austin Appleby, "MurmurHash3" (2011): the 32-bit finaliser, over two numbers. Places in the world are looked up by it instead of being kept. */
export function mix(key: number, index: number): number {
  let h = Math.imul(key ^ Math.imul(index + 0x7f4a7c15, 0x9e3779b1), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** In [0, 1), the same for the same numbers. */
export const share = (key: number, index: number): number => mix(key, index) / 2 ** 32;

/** 52 bits. */
export const wide = (key: number, index: number): number =>
  mix(key, index) * 2 ** 20 + (mix(~key, index) >>> 12);
