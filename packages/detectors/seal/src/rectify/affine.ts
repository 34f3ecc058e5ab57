import type { Ellipse } from '@jianzhen/evidence';
import type { LocatedSeal } from '../types.ts';

/** x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0. */
export interface Affine {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

/**
 * From a seal's own frame, where the rim's outer edge is the unit circle and y runs down, to pixels of the page. The frame is stretched
 * along the ellipse's axes and not turned; only that of a square is, by at most 45°, so that its sides run along the axes.
 */
export function sealFrame({ ellipse, shape }: Pick<LocatedSeal, 'ellipse' | 'shape'>): Affine {
  const { cx, cy, rx, ry, angle } = shape === 'square' ? leastTurned(ellipse) : ellipse;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  if (shape === 'square') return { xx: rx * cos, xy: -ry * sin, x0: cx, yx: rx * sin, yy: ry * cos, y0: cy };
  const cross = (rx - ry) * sin * cos;
  const xx = rx * cos * cos + ry * sin * sin;
  const yy = rx * sin * sin + ry * cos * cos;
  return { xx, xy: cross, x0: cx, yx: cross, yy, y0: cy };
}

/** The same ellipse by the axis that is nearer to the horizontal. */
function leastTurned(ellipse: Ellipse): Ellipse {
  if (Math.abs(ellipse.angle) <= 45) return ellipse;
  const angle = ellipse.angle > 0 ? ellipse.angle - 90 : ellipse.angle + 90;
  return { ...ellipse, rx: ellipse.ry, ry: ellipse.rx, angle };
}

/** The map followed by a shift and a scale of pixels: what lay at `left`, `top` comes to the origin. */
export function moved(map: Affine, left: number, top: number, scale: number): Affine {
  return {
    xx: map.xx * scale,
    xy: map.xy * scale,
    x0: (map.x0 - left) * scale,
    yx: map.yx * scale,
    yy: map.yy * scale,
    y0: (map.y0 - top) * scale,
  };
}
