import type { Layers } from '../layers.ts';
import { moments, pick, quantiles, slopes } from '../statistics.ts';
import { summedArea, windowMeans } from '../windows.ts';

/** Half widths of neighbourhoods in shares of the radius: within a stroke, a stroke, a character, a quarter of the seal. */
const REACHES = { fine: 0.012, stroke: 0.04, character: 0.12, quarter: 0.3 } as const;

/** How evenly the ink lies within strokes: pressure, patches, spots; a drawn layer is flat. Deviations are shares of the mean density. */
export function evenness(layers: Layers): Record<string, number> {
  const { width, height, core, density, channels, radius, u, v } = layers;
  const [high] = channels;
  const at = (i: number) => density[3 * i + high]!;
  const values = pick(core, at);
  const { mean, deviation, skew } = moments(values);
  const scale = Math.max(mean, 0.03);
  const [p05, p25, p50, p75, p95] = quantiles(values, [0.05, 0.25, 0.5, 0.75, 0.95]) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const near = values.filter((value) => Math.abs(value - p50) < 0.06 * Math.max(p50, 0.05)).length;
  const out: Record<string, number> = {
    density: mean,
    spread: deviation / scale,
    skew,
    quartiles: (p75 - p25) / scale,
    weak: (p50 - p05) / scale,
    strong: (p95 - p50) / scale,
    flat: near / Math.max(1, values.length),
  };
  const sums = summedArea(core, width, height, at);
  let finer: Float32Array | null = null;
  for (const [name, share] of Object.entries(REACHES)) {
    const reach = Math.max(1, Math.round(share * radius));
    const local = windowMeans(sums, core, reach);
    out[`${name}Field`] = moments(local).deviation / scale;
    const beyond = moments(difference(finer ?? values, local)).deviation / scale;
    out[finer ? `${name}Band` : 'fineGrain'] = beyond;
    finer = local;
  }
  const pixels: number[] = [];
  for (let i = 0; i < core.length; i += 3) if (core[i]) pixels.push(i);
  const [a, b] = pixels.length < 30 ? [0, 0] : slopes(pixels, u, v, at);
  out.lean = Math.hypot(a, b) / scale;
  return out;
}

const difference = (a: Float32Array, b: Float32Array): Float32Array => {
  const out = new Float32Array(a.length);
  for (let i = 0; i < out.length; i++) out[i] = a[i]! - b[i]!;
  return out;
};
