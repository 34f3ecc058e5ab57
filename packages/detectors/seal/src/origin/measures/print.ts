import { lengthOf } from '../../length.ts';
import type { Layers } from '../layers.ts';

/** Directions across a stroke: pixels right and down. */
const ACROSS = [
  [1, 0],
  [0, 1],
  [1, 1],
  [1, -1],
] as const;
/** Farthest end of a crossing from the pixel looked at. */
const REACH = 9;
/** Density in the least absorbed channel from which an end is print, and below which it is paper. */
const PRINTED = 0.45;
const BLANK = 0.08;
/** Fewest pixels of crossings that are spoken of. */
const FEWEST = 12;

/**
 * How print shows where the seal's strokes lie over it. Where print stands on both sides of a stroke it is expected beneath: through ink it
 * stays dark, an opaque layer hides it. 1 shows all of it, 0 nothing; NaN-free: 0.6 where there are no crossings.
 */
export function crossings(layers: Layers): Record<string, number> {
  const { coloured, channels, density, print, ink, stroke, away, u, v, width, height } = layers;
  const low = channels[2];
  const light = (i: number, channel: number) => Math.exp(-density[3 * i + channel]!);
  const luma = (i: number) => 0.299 * light(i, 0) + 0.587 * light(i, 1) + 0.114 * light(i, 2);
  const dark = (i: number) => density[3 * i + low]!;
  const crossed = sum();
  const bare = sum();
  for (let y = REACH; y + REACH < height; y++)
    for (let x = REACH; x + REACH < width; x++) {
      const i = y * width + x;
      if (!coloured || ink[i]! < 0.7 || stroke[i] === 0) continue;
      let ends = 0;
      let blank = 0;
      let count = 0;
      for (const [dx, dy] of ACROSS) {
        const step = dy * width + dx;
        const [a, b] = [endOf(stroke, i, step), endOf(stroke, i, -step)];
        if (a < 0 || b < 0) continue;
        const least = Math.min(dark(a), dark(b));
        if (least > PRINTED) {
          ends += (light(a, low) + light(b, low)) / 2;
          count++;
        } else if (Math.max(dark(a), dark(b)) < BLANK) blank++;
      }
      if (count > 0) add(crossed, light(i, low), luma(i), ends / count);
      else if (blank >= 2) add(bare, light(i, low), luma(i), 0);
    }
  const near = sum();
  const far = sum();
  const outside = sum();
  for (let i = 0; i < print.length; i++) {
    if (stroke[i]) continue;
    const r = lengthOf(u[i]!, v[i]!);
    const shown = dark(i) > PRINTED ? 1 : 0;
    if (r > 1.06) add(outside, shown, 0, 0);
    else if (r < 0.97 && away[i]! > 1.5 && away[i]! <= 4) add(near, shown, 0, 0);
    else if (r < 0.97 && away[i]! > 6) add(far, shown, 0, 0);
  }
  const known = crossed.count >= FEWEST && bare.count >= FEWEST;
  const through = (pick: 'low' | 'luma'): number => {
    if (!known) return 0.6;
    const drop = 1 - crossed[pick] / crossed.count / (bare[pick] / bare.count);
    return Math.max(-0.5, Math.min(1.5, drop / (1 - crossed.ends / crossed.count)));
  };
  const share = ({ low: shown, count }: Sum) => (count < 50 ? 0 : shown / count);
  return {
    crossings: known ? Math.log(crossed.count) : 0,
    printThrough: through('low'),
    printThroughLuma: through('luma'),
    printNear: Math.log((share(near) + 0.01) / (share(far) + 0.01)),
    printWithin: Math.log((share(far) + 0.01) / (share(outside) + 0.01)),
    printBeside: share(far),
  };
}

interface Sum {
  low: number;
  luma: number;
  ends: number;
  count: number;
}

const sum = (): Sum => ({ low: 0, luma: 0, ends: 0, count: 0 });

function add(to: Sum, low: number, luma: number, ends: number): void {
  to.low += low;
  to.luma += luma;
  to.ends += ends;
  to.count++;
}

/** The pixel a little beyond the stroke's end in a direction; −1 where the stroke goes on. */
function endOf(stroke: Uint8Array, from: number, step: number): number {
  for (let k = 1; k < REACH - 1; k++) if (stroke[from + k * step] === 0) return from + (k + 1) * step;
  return -1;
}
