import type { Region } from '@jianzhen/evidence';
import type { Point } from '../../text.ts';

/** A rectangle that may be turned. In pixels; `angle` in radians, clockwise, of the side that `width` measures. */
export interface OrientedRectangle {
  readonly cx: number;
  readonly cy: number;
  readonly width: number;
  readonly height: number;
  readonly angle: number;
}

/** The point `u` along the width and `v` along the height from the rectangle's centre. */
export function pointWithin({ cx, cy, angle }: OrientedRectangle, u: number, v: number): Point {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { x: cx + u * cos - v * sin, y: cy + u * sin + v * cos };
}

/** Corners of the part between the given distances from the centre, clockwise from its top left. */
export function cornersWithin(
  rectangle: OrientedRectangle,
  left: number,
  top: number,
  right: number,
  bottom: number,
): Point[] {
  return [
    pointWithin(rectangle, left, top),
    pointWithin(rectangle, right, top),
    pointWithin(rectangle, right, bottom),
    pointWithin(rectangle, left, bottom),
  ];
}

/** Clockwise from the top left as read. */
export function corners(rectangle: OrientedRectangle): Point[] {
  const [u, v] = [rectangle.width / 2, rectangle.height / 2];
  return cornersWithin(rectangle, -u, -v, u, v);
}

/** The rectangle turned in its reading direction by quarters: the same area, read from another side. */
export function turned(rectangle: OrientedRectangle, quarters: number): OrientedRectangle {
  const { cx, cy, width, height, angle } = rectangle;
  const side = quarters % 2 === 0 ? { width, height } : { width: height, height: width };
  return { cx, cy, ...side, angle: angle + (quarters * Math.PI) / 2 };
}

/** The upright box around points, cut at the page's edges. */
export function regionAround(points: readonly Point[], page: { width: number; height: number }): Region {
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const xs = points.map(({ x }) => within(x, page.width));
  const ys = points.map(({ y }) => within(y, page.height));
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The upright box around boxes; at least one. */
export function regionOver(regions: readonly Region[]): Region {
  const x = Math.min(...regions.map((region) => region.x));
  const y = Math.min(...regions.map((region) => region.y));
  const right = Math.max(...regions.map((region) => region.x + region.width));
  const bottom = Math.max(...regions.map((region) => region.y + region.height));
  return { x, y, width: right - x, height: bottom - y };
}
