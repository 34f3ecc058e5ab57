import { maskWhere } from '@jianzhen/raster';
import { distances, type Layers } from '../layers.ts';

/** Half width of gaps that count as spots, in shares of the radius. */
const SPOT = 0.022;

/** Spots where no ink took: holes that closing the strokes fills, as shares of the closed strokes. */
export function gaps({ ink, width, height, radius, u, v, print }: Layers): Record<string, number> {
  const reach = Math.max(1.2, SPOT * radius);
  const any = maskWhere(ink, (value) => value > 0.3);
  const grown = maskWhere(distances(any, width, height), (away) => away <= reach);
  const back = distances(
    maskWhere(grown, (value) => value === 0),
    width,
    height,
  );
  let closed = 0;
  let missing = 0;
  let weak = 0;
  let partly = 0;
  for (let i = 0; i < ink.length; i++) {
    if (back[i]! <= reach || u[i]! ** 2 + v[i]! ** 2 > 1.1 || print[i]! > 0.3) continue;
    closed++;
    if (ink[i]! < 0.15) missing++;
    else if (ink[i]! < 0.4) weak++;
    else if (ink[i]! < 0.75) partly++;
  }
  const all = Math.max(1, closed);
  return {
    missing: missing / all,
    weakShare: weak / all,
    partlyShare: partly / all,
    inked: closed / ink.length,
  };
}
