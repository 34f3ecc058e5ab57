import type { Ellipse } from '@jianzhen/evidence';
import type { LocatedSeal } from '../types.ts';
import { GLOW } from './paper.ts';
import type { LocatorPlanes } from './planes.ts';

/** Chroma as a share of darkness below which ink has no colour of its own. */
const GREY = 0.14;
/** Chroma of a pixel that tells a hue. */
const TINTED = 0.05;

/** The ink's colour within an outline in pixels of the planes. */
export function inkColour(
  { width, height, values }: LocatorPlanes,
  { cx, cy, rx, ry, angle }: Ellipse,
): LocatedSeal['colour'] {
  const size = width * height;
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const reach = Math.max(rx, ry);
  let [chroma, dark, redness, yellowness] = [0, 0, 0, 0];
  for (let y = Math.max(0, Math.floor(cy - reach)); y < Math.min(height, cy + reach); y++)
    for (let x = Math.max(0, Math.floor(cx - reach)); x < Math.min(width, cx + reach); x++) {
      const [dx, dy] = [x + 0.5 - cx, y + 0.5 - cy];
      if (Math.hypot((dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry) > 1) continue;
      const i = y * width + x;
      const r = GLOW * values[3 * size + i]!;
      const g = GLOW * values[4 * size + i]!;
      const b = GLOW * values[5 * size + i]!;
      const least = Math.min(r, g, b);
      const own = Math.max(r, g, b) - least;
      chroma += own;
      dark += Math.max(0, 1 - least);
      if (own < TINTED) continue;
      // The hue circle's plane, each pixel by its chroma.
      redness += r - (g + b) / 2;
      yellowness += (Math.sqrt(3) / 2) * (g - b);
    }
  if (chroma < GREY * Math.max(0.01, dark)) return 'grey';
  const hue = (Math.atan2(yellowness, redness) * 180) / Math.PI;
  return hue > -45 && hue < 90 ? 'red' : hue <= -45 && hue > -105 ? 'purple' : 'blue';
}
