import type { Ellipse, Region } from '@jianzhen/evidence';

/** Box of an ellipse, or of the rectangle about it, cut to the page. */
export function boxOf(
  { cx, cy, rx, ry, angle }: Ellipse,
  square: boolean,
  page: { width: number; height: number },
): Region {
  const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
  const reach = square
    ? [Math.abs(rx * cos) + Math.abs(ry * sin), Math.abs(rx * sin) + Math.abs(ry * cos)]
    : [Math.hypot(rx * cos, ry * sin), Math.hypot(rx * sin, ry * cos)];
  const x = Math.max(0, cx - reach[0]!);
  const y = Math.max(0, cy - reach[1]!);
  return {
    x,
    y,
    width: Math.max(0, Math.min(page.width, cx + reach[0]!) - x),
    height: Math.max(0, Math.min(page.height, cy + reach[1]!) - y),
  };
}

/** Ellipse of a page brought down by a factor, in pixels of the page. */
export const onPage = ({ cx, cy, rx, ry, angle }: Ellipse, factor: number): Ellipse => ({
  cx: cx * factor,
  cy: cy * factor,
  rx: rx * factor,
  ry: ry * factor,
  angle,
});
