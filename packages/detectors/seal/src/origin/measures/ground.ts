import { lengthOf } from '../../length.ts';
import type { Layers } from '../layers.ts';

/** Steps outwards in which a patch's edge is sought, in shares of the radius. */
const STEPS = 9;
const FROM = 1.02;
const STEP = 0.025;

/** Paper about the strokes and about the seal: what was cut out of another scan brings a halo or a patch of its own paper. */
export function ground(layers: Layers): Record<string, number> {
  const { rgb, paper, away, u, v, radius } = layers;
  const bands = { near: blank(), far: blank(), outside: blank() };
  const round = Array.from({ length: STEPS }, blank);
  const square = Array.from({ length: STEPS }, blank);
  const near = 0.05 * radius + 2;
  for (let i = 0; i < paper.length; i++) {
    if (!paper[i]) continue;
    const r = rgb[3 * i]!;
    const g = rgb[3 * i + 1]!;
    const b = rgb[3 * i + 2]!;
    const from = lengthOf(u[i]!, v[i]!);
    if (from < 0.97) add(away[i]! < near ? bands.near : bands.far, r, g, b);
    else if (from > 1.04) add(bands.outside, r, g, b);
    const k = Math.floor((from - FROM) / STEP);
    if (k >= 0 && k < STEPS) add(round[k]!, r, g, b);
    const l = Math.floor((Math.max(Math.abs(u[i]!), Math.abs(v[i]!)) - FROM) / STEP);
    if (l >= 0 && l < STEPS) add(square[l]!, r, g, b);
  }
  const halo = difference(bands.near, bands.far);
  const patch = difference(bands.far, bands.outside);
  return {
    haloLight: halo.light,
    haloWarm: halo.warm,
    patchLight: patch.light,
    patchWarm: patch.warm,
    patchEdgeRound: steepest(round),
    patchEdgeSquare: steepest(square),
  };
}

type Sum = [r: number, g: number, b: number, count: number];
const blank = (): Sum => [0, 0, 0, 0];

function add(sum: Sum, r: number, g: number, b: number): void {
  sum[0] += r;
  sum[1] += g;
  sum[2] += b;
  sum[3]++;
}

/** Grey levels by which the first is lighter, and warmer. */
function difference(a: Sum, b: Sum): { light: number; warm: number } {
  if (a[3] < 40 || b[3] < 40) return { light: 0, warm: 0 };
  const at = (sum: Sum, k: 0 | 1 | 2) => sum[k] / sum[3];
  return {
    light: at(a, 1) - at(b, 1),
    warm: at(a, 0) - at(a, 2) - (at(b, 0) - at(b, 2)),
  };
}

/** Largest step between neighbouring bands beyond that of the bands about it, in grey levels. */
function steepest(bands: readonly Sum[]): number {
  let most = 0;
  for (let k = 1; k + 2 < bands.length; k++) {
    const [a, b, c, d] = [bands[k - 1]!, bands[k]!, bands[k + 1]!, bands[k + 2]!];
    if (Math.min(a[3], b[3], c[3], d[3]) < 30) continue;
    for (const channel of [0, 1, 2] as const) {
      const at = (sum: Sum) => sum[channel] / sum[3];
      const about = Math.max(Math.abs(at(b) - at(a)), Math.abs(at(d) - at(c)));
      most = Math.max(most, Math.abs(at(c) - at(b)) - about);
    }
  }
  return most;
}
