// Population count by parallel sums: H. S. Warren, "Hacker's Delight", 2nd edition (2013), figure 5-2.

/** Bits of a code, and 32-bit words that hold them. */
export const CODE_BITS = 256;
export const CODE_WORDS = CODE_BITS / 32;

export function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** Bits in which two codes differ; the codes begin at the given words. */
export function distance(a: Uint32Array, fromA: number, b: Uint32Array, fromB: number): number {
  let sum = 0;
  for (let k = 0; k < CODE_WORDS; k++) sum += ones(a[fromA + k]! ^ b[fromB + k]!);
  return sum;
}
