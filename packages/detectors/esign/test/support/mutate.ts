/** mulberry32 (Ettinger 2017): numbers in [0, 1) by seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Octets from `start` to before `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Mutant {
  readonly bytes: Uint8Array;
  /** Which octet was changed, and into what it was not before. */
  readonly at: number;
  readonly value: number;
}

/** The file with one octet changed, at a place in `ranges` (in all of it unless told): a flipped bit, or any other value. */
export function mutate(
  bytes: Uint8Array,
  random: () => number,
  ranges: readonly Range[] = [{ start: 0, end: bytes.length }],
): Mutant {
  const total = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
  let at = Math.floor(random() * total);
  for (const { start, end } of ranges) {
    if (at < end - start) {
      at += start;
      break;
    }
    at -= end - start;
  }
  const before = bytes[at]!;
  const change = random() < 0.5 ? 1 << Math.floor(random() * 8) : 1 + Math.floor(random() * 255);
  const copy = Uint8Array.from(bytes);
  copy[at] = before ^ change;
  return { bytes: copy, at, value: copy[at]! };
}

/** `count` mutants by seed. */
export function* mutants(
  bytes: Uint8Array,
  count: number,
  seed: number,
  ranges?: readonly Range[],
): Generator<Mutant> {
  const random = seeded(seed);
  for (let i = 0; i < count; i++) yield mutate(bytes, random, ranges);
}
