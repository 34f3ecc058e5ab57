import type { Layers } from '../layers.ts';
import { logRatio } from '../statistics.ts';

/** Grey levels below which noise is as good as none. */
const FLOOR = 0.15;

/** Noise within strokes, on paper beside them, farther off and outside: a layer laid in later brings none or another. */
export function noise(layers: Layers): Record<string, number> {
  const { rgb, core, paper, away, u, v, radius } = layers;
  const near = 0.05 * radius + 2;
  const zone = (i: number): 'core' | 'near' | 'far' | 'outside' | null => {
    if (core[i]) return 'core';
    if (!paper[i]) return null;
    if (u[i]! ** 2 + v[i]! ** 2 > 1.15) return 'outside';
    return away[i]! < near ? 'near' : 'far';
  };
  const sums = {
    core: [0, 0, 0, 0, 0],
    near: [0, 0, 0, 0, 0],
    far: [0, 0, 0, 0, 0],
    outside: [0, 0, 0, 0, 0],
  };
  const { width, height } = layers;
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x;
      const here = zone(i);
      if (!here) continue;
      if (
        zone(i - 1) !== here ||
        zone(i + 1) !== here ||
        zone(i - width) !== here ||
        zone(i + width) !== here
      )
        continue;
      const sum = sums[here];
      const rest = [0, 1, 2].map(
        (c) =>
          rgb[3 * i + c]! -
          (rgb[3 * (i - 1) + c]! +
            rgb[3 * (i + 1) + c]! +
            rgb[3 * (i - width) + c]! +
            rgb[3 * (i + width) + c]!) /
            4,
      );
      for (let c = 0; c < 3; c++) sum[c]! += Math.abs(rest[c]!);
      sum[3]! += Math.abs(rest[0]! - rest[1]!) + Math.abs(rest[2]! - rest[1]!);
      sum[4]!++;
    }
  const of = (name: keyof typeof sums, k: number): number | null =>
    sums[name][4]! < 30 ? null : sums[name][k]! / sums[name][4]!;
  const compare = (a: keyof typeof sums, b: keyof typeof sums, k: number): number => {
    const [x, y] = [of(a, k), of(b, k)];
    return x === null || y === null ? 0 : logRatio(x, y, FLOOR);
  };
  const ground = of('far', 1) === null ? 'outside' : 'far';
  return {
    paperNoise: Math.log(FLOOR + (of(ground, 1) ?? of('outside', 1) ?? 0)),
    coreNoise: Math.log(FLOOR + (of('core', 1) ?? 0)),
    coreNoiseRed: compare('core', ground, 0),
    coreNoiseGreen: compare('core', ground, 1),
    coreNoiseBlue: compare('core', ground, 2),
    coreNoiseColour: compare('core', ground, 3),
    nearNoise: compare('near', ground, 1),
    nearNoiseColour: compare('near', ground, 3),
    insideNoise: compare('far', 'outside', 1),
    insideNoiseColour: compare('far', 'outside', 3),
  };
}
