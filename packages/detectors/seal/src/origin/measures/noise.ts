import type { Layers } from '../layers.ts';
import { logRatio } from '../statistics.ts';

/** Grey levels below which noise is as good as none. */
const FLOOR = 0.15;

const ZONES = ['core', 'near', 'far', 'outside'] as const;
/** Sums over red, green, blue and colour, and how many. */
const blank = () => new Float64Array(5);

/** What a sample has beyond the mean of its four neighbours. */
const restAt = (rgb: Uint8Array, at: number, line: number): number =>
  rgb[at]! - (rgb[at - 3]! + rgb[at + 3]! + rgb[at - line]! + rgb[at + line]!) / 4;

/** Noise within strokes, on paper beside them, farther off and outside: a layer laid in later brings none or another. */
export function noise(layers: Layers): Record<string, number> {
  const { rgb, core, paper, away, u, v, radius } = layers;
  const near = 0.05 * radius + 2;
  const { width, height } = layers;
  const zones = new Uint8Array(width * height);
  for (let i = 0; i < zones.length; i++)
    zones[i] = core[i]
      ? 1 + ZONES.indexOf('core')
      : !paper[i]
        ? 0
        : 1 + ZONES.indexOf(u[i]! ** 2 + v[i]! ** 2 > 1.15 ? 'outside' : away[i]! < near ? 'near' : 'far');
  const sums = { core: blank(), near: blank(), far: blank(), outside: blank() };
  const line = 3 * width;
  for (let y = 1; y + 1 < height; y++)
    for (let x = 1; x + 1 < width; x++) {
      const i = y * width + x;
      const zone = zones[i]!;
      if (zone === 0 || zones[i - 1] !== zone || zones[i + 1] !== zone) continue;
      if (zones[i - width] !== zone || zones[i + width] !== zone) continue;
      const sum = sums[ZONES[zone - 1]!];
      const at = 3 * i;
      const r = restAt(rgb, at, line);
      const g = restAt(rgb, at + 1, line);
      const b = restAt(rgb, at + 2, line);
      sum[0]! += Math.abs(r);
      sum[1]! += Math.abs(g);
      sum[2]! += Math.abs(b);
      sum[3]! += Math.abs(r - g) + Math.abs(b - g);
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
