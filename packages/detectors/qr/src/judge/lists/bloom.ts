// Bloom 1970; the probes of one element by double hashing (Kirsch and Mitzenmacher 2006).

/** Bits an entry: with seven probes fewer than one stranger in a hundred passes. */
const BITS_AN_ENTRY = 10;
const PROBES = 7;

/** Bytes of a filter for so many entries; a multiple of four. */
export const bloomBytes = (entries: number): number =>
  4 * Math.ceil((BITS_AN_ENTRY * Math.max(1, entries)) / 32);

const probe = (bits: number, high: number, low: number, i: number) => (high + i * ((low | 1) >>> 0)) % bits;

export function bloomAdd(filter: Uint8Array, high: number, low: number): void {
  for (let i = 0; i < PROBES; i++) {
    const at = probe(8 * filter.length, high, low, i);
    filter[at >>> 3]! |= 1 << (at & 7);
  }
}

/** False only for what was never added. */
export function bloomHas(filter: Uint8Array, high: number, low: number): boolean {
  for (let i = 0; i < PROBES; i++) {
    const at = probe(8 * filter.length, high, low, i);
    if ((filter[at >>> 3]! & (1 << (at & 7))) === 0) return false;
  }
  return true;
}
