import type { Region } from '../schemas/index.ts';
import type { Size } from './turn.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a badge may go around its box, best first: beside its corners and edges, then ever further to the left. */
function* places({ x, y, width, height }: Region, r: number): Generator<Point> {
  const middle = y + height / 2;
  for (const side of [x - r, x + width + r]) {
    for (const level of [y - 0.6 * r, middle, y + height + 0.6 * r]) yield { x: side, y: level };
  }
  yield { x: x + width / 2, y: y - r };
  yield { x: x + width / 2, y: y + height + r };
  for (let step = 1; step <= 8; step++) yield { x: x - r - 2 * r * step, y: middle };
}

const covers = (box: Region, at: Point, r: number) =>
  at.x + r > box.x && at.x - r < box.x + box.width && at.y + r > box.y && at.y - r < box.y + box.height;

/**
 * Centres of the numbered badges of some boxes, each of radius `r`: on the page where there is one that ends, over no earlier
 * badge, and over no box where that can be had.
 */
export function placeBadges(boxes: readonly Region[], r: number, page?: Size): Point[] {
  const onPage = ({ x, y }: Point) =>
    page
      ? { x: Math.min(Math.max(x, r), page.width - r), y: Math.min(Math.max(y, r), page.height - r) }
      : { x, y };
  const placed: Point[] = [];
  for (const box of boxes) {
    const candidates = [...places(box, r)]
      .map(onPage)
      .filter((at) => placed.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= 2 * r));
    const clear = candidates.find((at) => !boxes.some((other) => covers(other, at, r * 0.8)));
    placed.push(clear ?? candidates[0] ?? onPage(box));
  }
  return placed;
}
