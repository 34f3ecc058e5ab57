import { type OrientedRectangle, pointWithin } from '../geometry/rectangle.ts';

/** Share of the smaller height by which two boxes lie beside each other. */
const BESIDE = 0.5;
/** Share of the narrower box's width up to which an overlap comes from the margins. */
const MOST = 0.4;

/** Extent along and across a direction. */
interface Extent {
  left: number;
  right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Boxes whose margins reach into their neighbours' text, as those of cells that stand close together, end half way through the overlap.
 *
 * @param angle direction of the page's lines; boxes in other directions stay as they are
 */
export function withoutOverlaps(
  rectangles: readonly OrientedRectangle[],
  angle: number,
): OrientedRectangle[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const extents = rectangles.map(({ cx, cy, width, height }): Extent => {
    const [u, v] = [cx * cos + cy * sin, cy * cos - cx * sin];
    return { left: u - width / 2, right: u + width / 2, top: v - height / 2, bottom: v + height / 2 };
  });
  const order = extents.map((_, i) => i).sort((a, b) => extents[a].left - extents[b].left);
  for (const [i, first] of order.entries()) {
    const left = extents[first];
    for (const second of order.slice(i + 1)) {
      const right = extents[second];
      if (right.left >= left.right) break;
      if (!margins(left, right)) continue;
      const middle = (left.right + right.left) / 2;
      left.right = middle;
      right.left = middle;
    }
  }
  return rectangles.map((rectangle, i) => {
    const width = extents[i].right - extents[i].left;
    if (Math.abs(rectangle.angle - angle) > 0.1 || width === rectangle.width) return rectangle;
    const before = rectangle.cx * cos + rectangle.cy * sin;
    const shift = (extents[i].left + extents[i].right) / 2 - before;
    const { x, y } = pointWithin({ ...rectangle, angle }, shift, 0);
    return { ...rectangle, cx: x, cy: y, width };
  });
}

function margins(left: Extent, right: Extent): boolean {
  const shared = Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top);
  if (shared < BESIDE * Math.min(left.bottom - left.top, right.bottom - right.top)) return false;
  const overlap = left.right - right.left;
  return (
    right.right > left.right && overlap < MOST * Math.min(left.right - left.left, right.right - right.left)
  );
}
