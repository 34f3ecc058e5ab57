import { distance } from '../geometry.ts';
import { type Level, onOriginal } from '../resize.ts';
import { type Finder, findFinders } from './finders.ts';

/** Share of the longer edge over which a pixel's surroundings reach. */
const WINDOW = 1 / 24;

/** Finder patterns of every level, in pixels of the original: scratches close on small ones, small codes show on large ones. */
export function findAcross(levels: readonly Level[]): Finder[] {
  const found: Finder[] = [];
  for (const { image, scale } of levels) {
    const window = Math.max(31, Math.round(Math.max(image.width, image.height) * WINDOW) | 1);
    for (const finder of findFinders(image, window)) {
      const { centre, ring } = scaled(finder, scale);
      const width = distance(ring[0], ring[2]);
      if (found.some((other) => distance(other.centre, centre) < width / 3)) continue;
      found.push({ centre, ring });
    }
  }
  return found;
}

const scaled = ({ centre, ring }: Finder, scale: number): Finder => ({
  centre: [centre[0] * scale, centre[1] * scale],
  ring: onOriginal(ring, { scale }),
});
