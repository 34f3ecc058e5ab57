import type { Layers } from '../layers.ts';
import { moments, pick, quantiles, slopes } from '../statistics.ts';

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
  const sums = integral(width, height, (i) => (core[i] ? at(i) : 0));
  const counts = integral(width, height, (i) => core[i]!);
  let finer: Float32Array | null = null;
  for (const [name, share] of Object.entries(REACHES)) {
    const reach = Math.max(1, Math.round(share * radius));
    const local = pick(core, (i) => windowMean(sums, counts, width, height, i, reach));
    out[`${name}Field`] = moments(local).deviation / scale;
    if (finer) out[`${name}Band`] = moments(local.map((value, k) => finer![k]! - value)).deviation / scale;
    else out.fineGrain = moments(local.map((value, k) => values[k]! - value)).deviation / scale;
    finer = local;
  }
  const pixels: number[] = [];
  for (let i = 0; i < core.length; i += 3) if (core[i]) pixels.push(i);
  const [a, b] = pixels.length < 30 ? [0, 0] : slopes(pixels, u, v, at);
  out.lean = Math.hypot(a, b) / scale;
  return out;
}

function integral(width: number, height: number, value: (i: number) => number): Float64Array {
  const out = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += value(y * width + x);
      out[(y + 1) * (width + 1) + x + 1] = out[y * (width + 1) + x + 1]! + row;
    }
  }
  return out;
}

function windowMean(
  sums: Float64Array,
  counts: Float64Array,
  width: number,
  height: number,
  i: number,
  reach: number,
): number {
  const x = i % width;
  const y = Math.floor(i / width);
  const x0 = Math.max(0, x - reach);
  const x1 = Math.min(width, x + reach + 1);
  const above = Math.max(0, y - reach) * (width + 1);
  const below = Math.min(height, y + reach + 1) * (width + 1);
  const of = (table: Float64Array) =>
    table[below + x1]! - table[above + x1]! - table[below + x0]! + table[above + x0]!;
  return of(sums) / Math.max(1, of(counts));
}
