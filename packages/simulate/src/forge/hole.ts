import type { Box, Picture } from '../picture.ts';
import type { Ink } from './ink.ts';

/** Pixels to be filled within a box with a known rim about it. */
export interface Hole {
  /** What the filling may look at, in page pixels. */
  readonly zone: Box;
  /** 1 where a pixel of the zone is to be filled. */
  readonly open: Uint8Array;
}

/**
 * The strokes of `text` in `box`, widened by so many pixels, or all of the box where `strokes` is null. Ink that is no text
 * stays: nobody wants the rules of forms and tables gone.
 */
export function holeOf(ink: Ink, text: Ink, box: Box, zone: Box, strokes: number | null): Hole {
  const open = new Uint8Array(zone.width * zone.height);
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      const rule = ink.near(x, y, 2) && !text.near(x, y, 2);
      if (!rule && (strokes === null || text.near(x, y, strokes)))
        open[(y - zone.y) * zone.width + x - zone.x] = 1;
    }
  }
  return { zone, open };
}

export const offset = (page: Picture, zone: Box, k: number): number =>
  ((zone.y + Math.floor(k / zone.width)) * page.width + zone.x + (k % zone.width)) * 3;
