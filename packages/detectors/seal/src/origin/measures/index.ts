import type { Layers } from '../layers.ts';
import { colour } from './colour.ts';
import { edges } from './edges.ts';
import { evenness } from './evenness.ts';
import { gaps } from './gaps.ts';
import { grid } from './grid.ts';
import { ground } from './ground.ts';
import { layer } from './layer.ts';
import { noise } from './noise.ts';
import { crossings } from './print.ts';

/** All that a seal's making is measured by; null where there is too little of it. */
export function measuresOf(layers: Layers): Record<string, number> | null {
  const cores = layers.core.reduce((sum, value) => sum + value, 0);
  if (cores < FEWEST) return null;
  return {
    radius: layers.radius / layers.scale,
    cores,
    ...evenness(layers),
    ...layer(layers),
    ...gaps(layers),
    ...edges(layers),
    ...colour(layers),
    ...crossings(layers),
    ...noise(layers),
    ...ground(layers),
    ...grid(layers),
  };
}

/** Pixels well within strokes below which nothing can be said of texture. */
const FEWEST = 30;
