import type { Layers } from '../layers.ts';
import { moments, regress } from '../statistics.ts';

/** Every so many pixels are looked at. */
const SPARSE = 3;

/**
 * How colour goes with strength. A layer of opacity a mixes light in a straight line, paper · (1 − a) + colour · a; ink follows Beer and
 * Lambert, each channel with its own exponent, so that the line between two channels is bent.
 */
export function colour({
  coloured,
  channels,
  density,
  ink,
  core,
  print,
  rgb,
}: Layers): Record<string, number> {
  const [high, middle, low] = channels;
  const out: Record<string, number> = { coloured: coloured ? 1 : 0 };
  for (const [name, channel] of [
    ['middle', middle],
    ['low', low],
  ] as const) {
    const rows: number[][] = [];
    const y: number[] = [];
    const shares: number[] = [];
    const strengths: number[] = [];
    for (let i = 0; i < ink.length; i += SPARSE) {
      if (ink[i]! < 0.15 || print[i]! > 0.25) continue;
      const x = 1 - Math.exp(-density[3 * i + high]!);
      rows.push([x, x * x]);
      y.push(1 - Math.exp(-density[3 * i + channel]!));
      if (!core[i] || density[3 * i + high]! < 0.05) continue;
      shares.push(density[3 * i + channel]! / density[3 * i + high]!);
      strengths.push(density[3 * i + high]!);
    }
    const [straight, bent] = coloured && rows.length > 40 ? regress(rows, y) : [0, 0];
    const rest = moments(y.map((value, k) => value - straight! * rows[k]![0]! - bent! * rows[k]![1]!));
    const share = moments(shares);
    const strength = moments(strengths);
    const together = shares.reduce(
      (sum, s, k) => sum + (s - share.mean) * (strengths[k]! - strength.mean),
      0,
    );
    const scale = share.deviation * strength.deviation * Math.max(1, shares.length);
    out[`${name}Straight`] = straight!;
    out[`${name}Bent`] = bent!;
    out[`${name}Rest`] = coloured ? rest.deviation : 0;
    out[`${name}Share`] = share.mean;
    out[`${name}ShareSpread`] = share.deviation;
    out[`${name}ShareTrend`] = scale > 1e-9 ? together / scale : 0;
  }
  const values = [0, 1, 2].map((channel) => {
    const found: number[] = [];
    for (let i = 0; i < core.length; i++) if (core[i]) found.push(rgb[3 * i + channel]!);
    return moments(found);
  });
  out.red = values[0]!.mean;
  out.green = values[1]!.mean;
  out.blue = values[2]!.mean;
  return out;
}
