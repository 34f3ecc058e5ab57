// P. Indyk, R. Motwani, "Approximate nearest neighbors" (STOC 1998); banding as in J. Leskovec, A. Rajaraman, J. Ullman, "Mining of massive
// datasets", 3.4.

/** Items of consecutive numbers, `from` on and before `to`, to be sorted by `bands` keys of `bits` bits each. */
export interface BandPlan {
  readonly from: number;
  readonly to: number;
  readonly bands: number;
  readonly bits: number;
  /** Key of an item in a band, 0 to 2^bits − 1. */
  readonly keyOf: (number: number, band: number) => number;
}

/**
 * Numbers by band and key: those with a key in a band are `members[starts[i]]` up to before `members[starts[i + 1]]`, where
 * i = (band << bits) | key. Lists that lie in a row: of chains, every link would be a miss of the cache.
 */
export interface Bands {
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** Counting sort of each band. */
export function sortByBands({ from, to, bands, bits, keyOf }: BandPlan): Bands {
  const buckets = 1 << bits;
  const starts = new Int32Array(bands * buckets + 1);
  const members = new Int32Array(bands * (to - from));
  for (let band = 0; band < bands; band++) {
    const first = band * buckets;
    for (let number = from; number < to; number++) starts[first + keyOf(number, band) + 1]!++;
    for (let bucket = first; bucket < first + buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
    const next = starts.slice(first, first + buckets);
    for (let number = from; number < to; number++) members[next[keyOf(number, band)]!++] = number;
  }
  return { starts, members };
}
