import { BLANK, type PolarMap, RINGS, SECTORS, UNSEEN } from './polar.ts';

/** A block of cells: some two strokes wide, small enough that a wrong character shows. */
export const BLOCK_RINGS = 8;
export const BLOCK_SECTORS = 16;
export const BLOCKS_AROUND = SECTORS / BLOCK_SECTORS;
export const BLOCKS = (RINGS / BLOCK_RINGS) * BLOCKS_AROUND;

/** Ink by cell less its ring's mean, since what does not change along a ring is alike in all seals; 0 where unknown. */
export interface Field {
  readonly ink: Float32Array;
  /** 1 where the seal was seen, else 0. */
  readonly known: Float32Array;
}

export function fieldOf(map: PolarMap): Field {
  const ink = new Float32Array(map.length);
  const known = new Float32Array(map.length);
  for (let ring = 0; ring < RINGS; ring++) {
    let sum = 0;
    let count = 0;
    for (let cell = ring * SECTORS; cell < (ring + 1) * SECTORS; cell++) {
      if (map[cell] === UNSEEN) continue;
      known[cell] = 1;
      ink[cell] = (map[cell]! - BLANK) / 2;
      sum += ink[cell]!;
      count++;
    }
    for (let cell = ring * SECTORS; cell < (ring + 1) * SECTORS; cell++)
      if (known[cell] === 1) ink[cell]! -= sum / count;
  }
  return { ink, known };
}

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

/** Best shift of every block within the reach; the second field is turned back by `turn` sectors. */
export function matchBlocks(a: Field, b: Field, turn: number, out: number, around: number): BlockMatch[] {
  const result = new Float64Array(3);
  return Array.from({ length: BLOCKS }, (_, block) => {
    const ring = Math.floor(block / BLOCKS_AROUND) * BLOCK_RINGS;
    const sector = (block % BLOCKS_AROUND) * BLOCK_SECTORS;
    let best: BlockMatch = { correlation: -1, out: 0, around: 0, weight: 0, absent: false };
    for (let o = -out; o <= out; o++)
      for (let s = -around; s <= around; s++) {
        correlate(a, b, ring, sector, o, s + turn, result);
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

/** Writes correlation and weight of a block at a shift. */
function correlate(
  a: Field,
  b: Field,
  ring: number,
  sector: number,
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
  const start = (((sector + around) % SECTORS) + SECTORS) % SECTORS;
  for (let i = Math.max(ring, -out); i < Math.min(ring + BLOCK_RINGS, RINGS - out); i++) {
    let p = i * SECTORS + sector;
    const row = (i + out) * SECTORS;
    let t = start;
    for (let s = 0; s < BLOCK_SECTORS; s++, p++) {
      const q = row + t;
      t = t + 1 === SECTORS ? 0 : t + 1;
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
  const share = n / (BLOCK_RINGS * BLOCK_SECTORS);
  if (share < LEAST_KNOWN) return;
  const dx = Math.sqrt(Math.max(0, xx / n - (x / n) ** 2));
  const dy = Math.sqrt(Math.max(0, yy / n - (y / n) ** 2));
  if (Math.max(dx, dy) < PLAIN) return;
  result[0] = (xy / n - (x / n) * (y / n)) / (Math.max(dx, PLAIN) * Math.max(dy, PLAIN));
  result[1] = Math.sqrt(share) * Math.max(dx, dy);
  result[2] = Math.min(dx, dy) < PLAIN ? 1 : 0;
}
