import { withoutOverlaps } from './detect/overlaps.ts';
import { elongation, liesOnSide, pageSkew } from './detect/skew.ts';
import type { OrientedRectangle } from './geometry/rectangle.ts';
import { turned } from './geometry/rectangle.ts';

/** A standing rectangle this elongated on an upright page is text that runs downwards, else a narrow character. */
const STANDING = 3.2;

/** Rectangles with their width along the text: the whole page on its side, or single lines on an upright page. */
export function alongText(rectangles: readonly OrientedRectangle[]): {
  quarters: 0 | 1;
  rectangles: OrientedRectangle[];
} {
  const quarters = liesOnSide(rectangles) ? 1 : 0;
  const upright = withoutOverlaps(
    rectangles.map((rectangle) => turned(rectangle, quarters)),
    pageSkew(rectangles) + (quarters * Math.PI) / 2,
  );
  return {
    quarters,
    rectangles: upright.map((rectangle) =>
      rectangle.height > rectangle.width && elongation(rectangle) >= STANDING
        ? turned(rectangle, 1)
        : rectangle,
    ),
  };
}

/** A line's rectangle turned by quarters to stand as the page's other lines do. */
export function asPageStands(rectangle: OrientedRectangle, quarters: number): OrientedRectangle {
  const away = Math.round((2 * rectangle.angle) / Math.PI) - quarters;
  return turned(rectangle, -away);
}
