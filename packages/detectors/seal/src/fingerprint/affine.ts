import type { BlockMatch, Window } from './blocks.ts';
import type { Field } from './field.ts';
import { DEPTH, ringRadius } from './polar.ts';

/** Where a place (x, y) of the first seal lies in the second, turned back: x' = x + a + b·x + c·y, y' = y + d + e·x + f·y. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const STILL: Affine = [0, 0, 0, 0, 0, 0];
const RIDGE = 1e-3;

/** The map that the windows' shifts in a field follow, by weighted least squares; windows that fit badly count little. */
export function fitAffine(
  { rings, sectors }: Field,
  windows: readonly Window[],
  blocks: readonly BlockMatch[],
): Affine {
  const rows: { row: number[]; x: number; y: number; weight: number }[] = [];
  for (const [block, { correlation, out, around, weight }] of blocks.entries()) {
    if (!(correlation > 0.3)) continue;
    const window = windows[block]!;
    const radius = ringRadius(window.ring + (window.rings - 1) / 2, rings);
    const angle = (2 * Math.PI * (window.sector + window.sectors / 2)) / sectors;
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    const [farther, along] = [(out * DEPTH) / rings, (2 * Math.PI * radius * around) / sectors];
    rows.push({
      row: [1, radius * sin, -radius * cos],
      x: farther * sin + along * cos,
      y: -farther * cos + along * sin,
      weight: weight * correlation ** 2,
    });
  }
  if (rows.length < 6) return STILL;
  const solve = (pick: (row: (typeof rows)[number]) => number): number[] => {
    const m = [0, 1, 2].map((i) => [0, 1, 2, 3].map((j) => (i === j ? RIDGE : 0)));
    for (const one of rows)
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) m[i]![j]! += one.weight * one.row[i]! * one.row[j]!;
        m[i]![3]! += one.weight * one.row[i]! * pick(one);
      }
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 3; j++) {
        if (i === j) continue;
        const factor = m[j]![i]! / m[i]![i]!;
        for (let k = i; k < 4; k++) m[j]![k]! -= factor * m[i]![k]!;
      }
    return m.map((line, i) => line[3]! / line[i]!);
  };
  const [a, b, c] = solve(({ x }) => x);
  const [d, e, f] = solve(({ y }) => y);
  return [a!, b!, c!, d!, e!, f!];
}

export const moved = ([a, b, c, d, e, f]: Affine, x: number, y: number): readonly [number, number] => [
  x + a + b * x + c * y,
  y + d + e * x + f * y,
];

/** The second field laid over the first: turned back by `turn` sectors and moved by the map; bilinear. */
export function laidOver(field: Field, turn: number, map: Affine): Field {
  const { rings, sectors } = field;
  const ink = new Float32Array(field.ink.length);
  const known = new Float32Array(field.ink.length);
  const [a, b, c, d, e, f] = map;
  const inner = ringRadius(0, rings);
  const { sines, cosines } = directions(sectors);
  for (let cell = 0; cell < ink.length; cell++) {
    const radius = ringRadius(Math.floor(cell / sectors), rings);
    const sector = cell % sectors;
    const x = radius * sines[sector]!;
    const y = -radius * cosines[sector]!;
    const u = x + a + b * x + c * y;
    const v = y + d + e * x + f * y;
    const at = ((Math.sqrt(u * u + v * v) - inner) * rings) / DEPTH;
    const ring = Math.floor(at);
    if (ring < 0 || ring + 1 >= rings) continue;
    const around = Math.atan2(u, -v) * (sectors / (2 * Math.PI)) - 0.5 + turn + sectors;
    const whole = Math.floor(around);
    const fi = at - ring;
    const fs = around - whole;
    const left = ring * sectors + (whole % sectors);
    const right = ring * sectors + ((whole + 1) % sectors);
    const nw = (1 - fi) * (1 - fs) * field.known[left]!;
    const ne = (1 - fi) * fs * field.known[right]!;
    const sw = fi * (1 - fs) * field.known[left + sectors]!;
    const se = fi * fs * field.known[right + sectors]!;
    const sum = nw + ne + sw + se;
    if (sum <= 0.5) continue;
    known[cell] = 1;
    ink[cell] =
      (nw * field.ink[left]! +
        ne * field.ink[right]! +
        sw * field.ink[left + sectors]! +
        se * field.ink[right + sectors]!) /
      sum;
  }
  return { ink, known, rings, sectors };
}

interface Directions {
  readonly sines: Float64Array;
  readonly cosines: Float64Array;
}

const made = new Map<number, Directions>();

/** Of the sectors' middles. */
function directions(sectors: number): Directions {
  let found = made.get(sectors);
  if (!found) {
    const of = (wave: (angle: number) => number) =>
      Float64Array.from({ length: sectors }, (_, i) => wave((2 * Math.PI * (i + 0.5)) / sectors));
    found = { sines: of(Math.sin), cosines: of(Math.cos) };
    made.set(sectors, found);
  }
  return found;
}
