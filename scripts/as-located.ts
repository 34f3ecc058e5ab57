import type { Ellipse } from '@jianzhen/evidence';
import type { Random } from '@jianzhen/simulate';

/** Where a locator puts an ellipse misses the truth by so much, in shares of its size. */
const MISS = 0.006;

/** A simulated seal's ellipse as a locator would have it: what is fitted on seals must not rely on true places. */
export function asLocated({ cx, cy, rx, ry, angle }: Ellipse, random: Random, share = MISS): Ellipse {
  const miss = () => random.normal() * share * Math.max(rx, ry);
  return { cx: cx + miss(), cy: cy + miss(), rx: rx + miss(), ry: ry + miss(), angle };
}
