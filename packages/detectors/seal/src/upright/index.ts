// A seal is its own mirror image but for its characters: title, star, lines and code stand about one axis. The axis that the ink's smoothed
// field fits best is the upright one; the gap of the title tells bottom from top.

export interface RingField {
  readonly ink: Float32Array;
  readonly seen: Float32Array;
  readonly rings: number;
  readonly sectors: number;
}

/** Sectors over which ink is smoothed: characters become grey, their extent stays. */
const SMOOTH = 7;

/** Sector that points up. @param band rings of the lettering */
export const uprightOf = (field: RingField, band: readonly [number, number]): number =>
  uprights(field, band, 1)[0]!;

/** The sectors that are likeliest to point up, the likeliest first, at least a thirtieth of a turn apart. */
export function uprights(
  { ink, seen, rings, sectors }: RingField,
  [inner, outer]: readonly [number, number],
  most: number,
): number[] {
  const reach = Math.round((SMOOTH * sectors) / 240);
  const groups = [
    [Math.round(0.12 * rings), Math.round(0.34 * rings)],
    [Math.round(0.34 * rings), inner],
    [inner, outer],
  ] as const;
  const columns = groups.map(([from, to], k) =>
    smoothed(columnOf(ink, seen, sectors, from, to), k === 0 ? 1 : reach),
  );
  const thrice = columns.map(threeTimes);
  const scores = Float32Array.from({ length: sectors }, (_, up) => {
    const mirror = thrice.reduce((sum, column, k) => sum + (k === 0 ? 0.6 : 1) * mirrored(column, up), 0);
    return mirror + 1.5 * gapBelow(columns[2]!, up);
  });
  const found: number[] = [];
  for (const up of [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!)) {
    const near = (other: number) => {
      const gap = Math.abs(up - other);
      return 30 * Math.min(gap, sectors - gap) < sectors;
    };
    if (found.length < most && !found.some(near)) found.push(up);
  }
  return found;
}

function columnOf(
  ink: Float32Array,
  seen: Float32Array,
  sectors: number,
  from: number,
  to: number,
): Float32Array {
  return Float32Array.from({ length: sectors }, (_, s) => {
    let sum = 0;
    for (let ring = from; ring < to; ring++)
      if (seen[ring * sectors + s]! > 0.5) sum += ink[ring * sectors + s]!;
    return sum / Math.max(1, to - from);
  });
}

function smoothed(column: Float32Array, reach: number): Float32Array {
  const n = column.length;
  return column.map((_, s) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) sum += column[(s + k + n) % n]!;
    return sum / (2 * reach + 1);
  });
}

/** A column going round three times, so that none of its places a turn away has to be brought back. */
function threeTimes(column: Float32Array): Float32Array {
  const out = new Float32Array(3 * column.length);
  for (const turn of [0, 1, 2]) out.set(column, turn * column.length);
  return out;
}

/** Correlation of a column, three times round, with its mirror image about a sector. */
function mirrored(column: Float32Array, up: number): number {
  const n = column.length / 3;
  let [sum, squares] = [0, 0];
  let product = 0;
  for (let s = 0; s < n; s++) {
    const a = column[s]!;
    const b = column[2 * up - s + n]!;
    sum += a;
    squares += a * a;
    product += a * b;
  }
  const variance = squares / n - (sum / n) ** 2;
  return variance < 1e-5 ? 0 : (product / n - (sum / n) ** 2) / variance;
}

/** How much emptier the lettering is about the bottom than elsewhere, −1 to 1. */
function gapBelow(column: Float32Array, up: number): number {
  const n = column.length;
  const half = Math.round(n / 12);
  let [below, all] = [0, 0];
  for (let s = 0; s < n; s++) all += column[s]! / n;
  for (let k = -half; k <= half; k++) below += column[(up + n / 2 + k + n) % n]! / (2 * half + 1);
  return all < 1e-4 ? 0 : (all - below) / all;
}
