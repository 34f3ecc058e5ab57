/** FNV-1a (Fowler, Noll, Vo 1991) over UTF-16 units, 32 bits, finished by murmur3's mixer. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mix(hash);
}

/** A. Appleby, MurmurHash3 (2011): the 32-bit finaliser; every bit of the input changes half of the output's. */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export const join = (a: number, b: number): number => mix(Math.imul(a, 0x9e3779b1) ^ b);
