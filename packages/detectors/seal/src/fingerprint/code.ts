// Binary codes by random hyperplanes: M. S. Charikar, "Similarity estimation techniques from rounding algorithms" (STOC 2002), of the
// seal's discriminants (R. A. Fisher 1936): directions in which different seals differ and copies of one seal do not.
import { CODE_BITS, CODE_WORDS } from '../search/bits.ts';
import { uprights } from '../upright/index.ts';
import fitted from './model.json' with { type: 'json' };
import { BLANK, CELLS, type PolarMap, RINGS, SECTORS, UNSEEN } from './polar.ts';

/** Rings from the star's middle out, and how many rings and sectors make a cell of what the code sees. */
const FIRST = 12;
const RING_GROUP = 3;
const SECTOR_GROUP = 6;
const ROWS = (RINGS - FIRST) / RING_GROUP;
const COLUMNS = SECTORS / SECTOR_GROUP;
export const VIEW = ROWS * COLUMNS;
/** Energy below which a row counts less than others. */
const FEW = 0.2;
/** Rings of the lettering, where the title's gap is looked for. */
const LETTERING = [36, 55] as const;

export interface Discriminants {
  readonly mean: readonly number[];
  /** `count` directions of `VIEW` values, int8 in base64; all of one scale. */
  readonly directions: string;
  readonly count: number;
}

/** What a code sees of a map, `up` sectors turned back: ink less its ring's mean, rows of one energy. */
export function viewOf(map: PolarMap, up: number): Float32Array {
  const out = new Float32Array(VIEW);
  for (let row = 0; row < ROWS; row++) {
    for (let ring = FIRST + row * RING_GROUP; ring < FIRST + (row + 1) * RING_GROUP; ring++) {
      const from = ring * SECTORS;
      let sum = 0;
      let count = 0;
      for (let s = 0; s < SECTORS; s++) {
        if (map[from + s] === UNSEEN) continue;
        sum += map[from + s]! - BLANK;
        count++;
      }
      const mean = sum / Math.max(1, count);
      let turned = (up + SECTORS) % SECTORS;
      for (let column = 0; column < COLUMNS; column++) {
        for (let s = 0; s < SECTOR_GROUP; s++) {
          const level = map[from + turned]!;
          if (level !== UNSEEN)
            out[row * COLUMNS + column]! += (level - BLANK - mean) / (2 * RING_GROUP * SECTOR_GROUP);
          turned = turned + 1 === SECTORS ? 0 : turned + 1;
        }
      }
    }
    let energy = FEW;
    for (let k = row * COLUMNS; k < (row + 1) * COLUMNS; k++) energy += out[k]! ** 2;
    for (let k = row * COLUMNS; k < (row + 1) * COLUMNS; k++) out[k]! /= Math.sqrt(energy);
  }
  return out;
}

/** The codes of a map for the ways up that are likeliest, likeliest first. */
export function codesOf(
  map: PolarMap,
  count: number,
  model: Discriminants = fitted.discriminants,
): Uint32Array[] {
  const [ink, seen] = [new Float32Array(CELLS), new Float32Array(CELLS)];
  for (let i = 0; i < CELLS; i++) {
    ink[i] = Math.max(0, map[i]! - BLANK) / 2;
    seen[i] = map[i] === UNSEEN ? 0 : 1;
  }
  return uprights({ ink, seen, rings: RINGS, sectors: SECTORS }, LETTERING, count).map((up) =>
    codeOf(viewOf(map, up), model),
  );
}

function codeOf(view: Float32Array, model: Discriminants): Uint32Array {
  const { directions, planes } = prepared(model);
  const projected = new Float32Array(model.count);
  for (let d = 0; d < model.count; d++) {
    let sum = 0;
    for (let k = 0; k < VIEW; k++) sum += directions[d * VIEW + k]! * (view[k]! - model.mean[k]!);
    projected[d] = sum;
  }
  const code = new Uint32Array(CODE_WORDS);
  for (let bit = 0; bit < CODE_BITS; bit++) {
    let sum = 0;
    for (let d = 0; d < model.count; d++) sum += planes[bit * model.count + d]! * projected[d]!;
    if (sum > 0) code[bit >>> 5]! |= 1 << (bit & 31);
  }
  return code;
}

interface Prepared {
  readonly directions: Int8Array;
  /** Hyperplanes of ±1. */
  readonly planes: Int8Array;
}

const known = new WeakMap<Discriminants, Prepared>();

function prepared(model: Discriminants): Prepared {
  let found = known.get(model);
  if (!found) {
    const bytes = Buffer.from(model.directions, 'base64');
    // xorshift32 (Marsaglia 2003): the same planes for ever.
    let state = 0x9e3779b9;
    const planes = Int8Array.from({ length: CODE_BITS * model.count }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 0x10000 ? 1 : -1;
    });
    found = { directions: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), planes };
    known.set(model, found);
  }
  return found;
}
