import type { OrientedRectangle } from '../geometry/rectangle.ts';

/** A rectangle this many times as long as high shows a direction of its own. */
export const ELONGATED = 3;

export const elongation = ({ width, height }: OrientedRectangle): number =>
  Math.max(width, height) / Math.max(1e-6, Math.min(width, height));

/** Direction of the page's lines in [-π/4, π/4]: the median of the long ones, each as heavy as it is long; 0 where there is none. */
export function pageSkew(rectangles: readonly OrientedRectangle[]): number {
  const long = rectangles
    .filter((rectangle) => elongation(rectangle) >= ELONGATED)
    .map(({ angle, width, height }) => ({ angle, weight: Math.max(width, height) }))
    .sort((a, b) => a.angle - b.angle);
  const half = long.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let sum = 0;
  for (const { angle, weight } of long) {
    sum += weight;
    if (sum >= half) return angle;
  }
  return 0;
}

/** Whether the page lies on its side: most of what is long stands upright. */
export function liesOnSide(rectangles: readonly OrientedRectangle[]): boolean {
  let balance = 0;
  for (const rectangle of rectangles) {
    const { width, height } = rectangle;
    if (elongation(rectangle) >= 1.5) balance += Math.max(width, height) * Math.sign(height - width);
  }
  return balance > 0;
}
