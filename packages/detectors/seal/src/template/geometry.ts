// What seals of one drawing share whatever they say: rim, star, band of lettering, straight lines, weight of strokes. Measured on the
// unrolled ink, each profile by radius or by height, so that no name decides.
import { unrolled } from '../fingerprint/polar.ts';
import type { SealPatch } from '../types.ts';
import { uprightOf } from '../upright/index.ts';

/** Rings of the fine profile, and sectors. */
const RINGS = 104;
const SECTORS = 240;
const LAST = 1.04;

/** Values of each part of a geometry, one after the other, each 0–1. */
export const PARTS = {
  mean: 104,
  common: 104,
  varying: 52,
  star: 26,
  lower: 40,
  pitch: 48,
  across: 44,
} as const;
export type Part = keyof typeof PARTS;
export const GEOMETRY = Object.values(PARTS).reduce((sum, count) => sum + count, 0);

/** Null where too little was seen. */
export function geometryOf(patch: SealPatch): Float32Array | null {
  const { ink, seen } = unrolled(patch, RINGS, SECTORS, 0, LAST);
  const known = seen.reduce((sum, value) => sum + (value > 0.5 ? 1 : 0), 0);
  if (known < 0.4 * seen.length) return null;
  const rows = Array.from({ length: RINGS }, (_, ring) => {
    const values = new Float32Array(SECTORS);
    let count = 0;
    for (let cell = ring * SECTORS; cell < (ring + 1) * SECTORS; cell++)
      if (seen[cell]! > 0.5) values[count++] = ink[cell]!;
    return values.slice(0, count).sort();
  });
  const mean = rows.map((values) => average(values));
  const spread = rows.map((values, k) => deviation(values, mean[k]!));
  const band = bandOf(spread);
  const up = uprightOf({ ink, seen, rings: RINGS, sectors: SECTORS }, band);
  const parts: Record<Part, number[]> = {
    mean,
    // Ink that most of a ring has: the rim and lines within it, not what covers or crosses them.
    common: rows.map((values) => values[Math.floor(0.35 * values.length)] ?? 0),
    varying: pairs(spread).map((value) => 2 * value),
    star: starOf(ink, seen),
    lower: lowerOf(ink, seen, up),
    pitch: pitchOf(ink, seen, band),
    across: acrossOf(patch, up),
  };
  return Float32Array.from(
    (Object.keys(PARTS) as Part[]).flatMap((name) => parts[name].slice(0, PARTS[name])),
    clip,
  );
}

const clip = (value: number): number => Math.max(0, Math.min(1, value));
const average = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / Math.max(1, values.length);
};
const deviation = (values: Float32Array, mean: number): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return Math.sqrt(sum / Math.max(1, values.length));
};
const pairs = (values: readonly number[]): number[] =>
  Array.from({ length: values.length >> 1 }, (_, i) => (values[2 * i]! + values[2 * i + 1]!) / 2);

/** Rings between which the lettering lies: where ink varies most along rings, beyond the star and within the rim. */
function bandOf(spread: readonly number[]): readonly [number, number] {
  const [from, to] = [Math.round(0.5 * RINGS), Math.round(0.93 * RINGS)];
  let peak = from;
  for (let k = from; k < to; k++) if (spread[k]! > spread[peak]!) peak = k;
  let [inner, outer] = [peak, peak];
  while (inner > from && spread[inner - 1]! > 0.5 * spread[peak]!) inner--;
  while (outer + 1 < to && spread[outer + 1]! > 0.5 * spread[peak]!) outer++;
  return [inner, outer + 1];
}

/** The fifth harmonic's waves by sector. */
const FIFTH = Array.from({ length: SECTORS }, (_, s) => {
  const angle = (2 * Math.PI * 5 * s) / SECTORS;
  return [Math.cos(angle), Math.sin(angle)] as const;
});

/** Strength of the fifth harmonic by radius: a star's points, out to its size. */
function starOf(ink: Float32Array, seen: Float32Array): number[] {
  const rings = 52;
  return pairs(
    Array.from({ length: rings }, (_, ring) => {
      let [re, im, count] = [0, 0, 0];
      for (let s = 0; s < SECTORS; s++) {
        if (seen[ring * SECTORS + s]! <= 0.5) continue;
        const [cos, sin] = FIFTH[s]!;
        re += ink[ring * SECTORS + s]! * cos;
        im += ink[ring * SECTORS + s]! * sin;
        count++;
      }
      return count < SECTORS / 2 ? 0 : (2 * Math.hypot(re, im)) / count;
    }),
  );
}

/** Mean ink by radius about the bottom, where code and lower lines stand, from mid-radius out. */
function lowerOf(ink: Float32Array, seen: Float32Array, up: number): number[] {
  const half = Math.round(0.07 * SECTORS);
  return Array.from({ length: PARTS.lower }, (_, k) => {
    const ring = RINGS - 6 - PARTS.lower + k;
    let [sum, count] = [0, 0];
    for (let d = -half; d <= half; d++) {
      const s = (up + SECTORS / 2 + d + 2 * SECTORS) % SECTORS;
      if (seen[ring * SECTORS + s]! <= 0.5) continue;
      sum += ink[ring * SECTORS + s]!;
      count++;
    }
    return count === 0 ? 0 : sum / count;
  });
}

/** Correlation of the lettering's column with itself by shift: the pitch of characters; 0.5 for none. */
function pitchOf(ink: Float32Array, seen: Float32Array, [inner, outer]: readonly [number, number]): number[] {
  const column = Float32Array.from({ length: SECTORS }, (_, s) => {
    let sum = 0;
    for (let ring = inner; ring < outer; ring++)
      sum += seen[ring * SECTORS + s]! > 0.5 ? ink[ring * SECTORS + s]! : 0;
    return sum / Math.max(1, outer - inner);
  });
  const mean = average(column);
  const energy = column.reduce((sum, value) => sum + (value - mean) ** 2, 1e-6);
  return Array.from({ length: PARTS.pitch }, (_, shift) => {
    let sum = 0;
    for (let s = 0; s < SECTORS; s++)
      sum += (column[s]! - mean) * (column[(s + shift + 1) % SECTORS]! - mean);
    return 0.5 + (0.5 * sum) / energy;
  });
}

/** Mean ink by height over the middle third, from above the centre to the lower rim, the seal set upright. */
function acrossOf({ size, ink, seen }: SealPatch, up: number): number[] {
  const angle = (2 * Math.PI * up) / SECTORS;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return Array.from({ length: PARTS.across }, (_, row) => {
    const y = -0.16 + (row + 0.5) * 0.024;
    let [sum, count] = [0, 0];
    for (let k = 0; k < 60; k++) {
      const x = -0.42 + (k + 0.5) * 0.014;
      const px = Math.floor(((x * cos - y * sin + 1) / 2) * size);
      const py = Math.floor(((x * sin + y * cos + 1) / 2) * size);
      if (px < 0 || py < 0 || px >= size || py >= size || seen[py * size + px] === 0) continue;
      sum += ink[py * size + px]!;
      count++;
    }
    return count === 0 ? 0 : sum / count;
  });
}
