import type { JpegComponent } from '@jianzhen/raster';
import type { Activity } from '../../dct/activity.ts';

/**
 * Standard deviation that the present quantisation leaves in each frequency of a block on another grid, where its errors
 * arrive mixed but hardly leave their frequency: that of a Laplacian source (activity.ts) within the bin it fell into, over
 * the busier half of the blocks.
 */
export function quantizationNoise(component: JpegComponent, activity: Activity): Float32Array {
  const sorted = activity.blocks.slice().sort();
  const busy = sorted.subarray(sorted.length >> 1);
  const noise = new Float32Array(64);
  for (let k = 0; k < 64; k++) {
    const step = component.quantization[k]!;
    let variance = 0;
    for (const size of busy) variance += binVariance(step, activity.profile[k]! * size);
    noise[k] = Math.sqrt(1 / 12 + (busy.length > 0 ? variance / busy.length : 0));
  }
  return noise;
}

/** Error variance of a Laplacian of scale b, quantised with `step`: its own in the zero bin, step²/12 beyond. */
function binVariance(step: number, b: number): number {
  const level = step ** 2 / 12;
  if (b <= 0) return 0;
  const half = step / 2 / b;
  const outside = Math.exp(-half);
  const inside = 1 - outside;
  if (inside < 1e-6) return level;
  const zero = (b ** 2 * (2 - outside * (half ** 2 + 2 * half + 2))) / inside;
  return inside * Math.min(level, zero) + outside * level;
}
