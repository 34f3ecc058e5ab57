import type { Field } from './field.ts';

/** Blocks by radius and around: each some two characters wide, as much as tells a shift in poor pictures. */
export const BLOCKS_OUT = 5;
export const BLOCKS_AROUND = 12;

export interface BlockMatch {
  /** Correlation at the best shift, −1 to 1; 0 where a side has too little to compare. */
  readonly correlation: number;
  /** Cells by which the second lies farther out, and farther clockwise. */
  readonly out: number;
  readonly around: number;
  /** How much there is to see: the greater deviation of ink of the two sides, by the root of the share known; 0 for nothing. */
  readonly weight: number;
  /** One side is even where the other has strokes: covered, faded or worn away, or never there. */
  readonly absent: boolean;
}

/** Deviation of ink below which a block is as good as even. */
const PLAIN = 0.12;
const LEAST_KNOWN = 0.4;

/** A part of a field: its first ring and sector, how many of each. */
export interface Window {
  readonly ring: number;
  readonly sector: number;
  readonly rings: number;
  readonly sectors: number;
}

/** The field parted into blocks, ring by ring from the innermost. */
export function blocksOf({ rings, sectors }: Field): Window[] {
  const [high, wide] = [rings / BLOCKS_OUT, sectors / BLOCKS_AROUND];
  return Array.from({ length: BLOCKS_OUT * BLOCKS_AROUND }, (_, block) => ({
    ring: Math.floor(block / BLOCKS_AROUND) * high,
    sector: (block % BLOCKS_AROUND) * wide,
    rings: high,
    sectors: wide,
  }));
}

/** Best shift of every window within the reach, in cells; the second field is turned back by `turn` sectors. */
export function matchBlocks(
  a: Field,
  b: Field,
  windows: readonly Window[],
  turn: number,
  out: number,
  around: number,
): BlockMatch[] {
  const result = new Float64Array(3);
  return windows.map((window) => {
    let best: BlockMatch = { correlation: -1, out: 0, around: 0, weight: 0, absent: false };
    for (let o = -out; o <= out; o++)
      for (let s = -around; s <= around; s++) {
        correlate(a, b, window, o, s + turn, result);
        if (result[1]! > 0 && result[0]! > best.correlation)
          best = {
            correlation: result[0]!,
            out: o,
            around: s,
            weight: result[1]!,
            absent: result[2] === 1,
          };
      }
    return best.weight > 0 ? best : { ...best, correlation: 0 };
  });
}

/** Writes correlation, weight and absence of a window at a shift. */
function correlate(
  a: Field,
  b: Field,
  { ring, sector, rings, sectors }: Window,
  out: number,
  around: number,
  result: Float64Array,
): void {
  const { ink: first, known: knownFirst } = a;
  const { ink: second, known: knownSecond } = b;
  let n = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  const start = (((sector + around) % a.sectors) + a.sectors) % a.sectors;
  for (let i = Math.max(ring, -out); i < Math.min(ring + rings, a.rings - out); i++) {
    const row = i * a.sectors;
    const other = (i + out) * a.sectors;
    let s = sector;
    let t = start;
    for (let k = 0; k < sectors; k++) {
      const p = row + s;
      const q = other + t;
      s = s + 1 === a.sectors ? 0 : s + 1;
      t = t + 1 === a.sectors ? 0 : t + 1;
      const both = knownFirst[p]! * knownSecond[q]!;
      const u = first[p]! * both;
      const v = second[q]! * both;
      n += both;
      x += u;
      y += v;
      xx += u * u;
      yy += v * v;
      xy += u * v;
    }
  }
  result[1] = 0;
  const share = n / (rings * sectors);
  if (share < LEAST_KNOWN) return;
  const dx = Math.sqrt(Math.max(0, xx / n - (x / n) ** 2));
  const dy = Math.sqrt(Math.max(0, yy / n - (y / n) ** 2));
  if (Math.max(dx, dy) < PLAIN) return;
  result[0] = (xy / n - (x / n) * (y / n)) / (Math.max(dx, PLAIN) * Math.max(dy, PLAIN));
  result[1] = Math.sqrt(share) * Math.max(dx, dy);
  result[2] = Math.min(dx, dy) < PLAIN ? 1 : 0;
}
