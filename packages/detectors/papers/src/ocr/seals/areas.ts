import type { Region } from '@jianzhen/evidence';
import { connectedRegions, dilate, type RgbImage } from '@jianzhen/raster';
import { isRed } from '../strips/seal-ink.ts';

/** Cells along a page's shorter side. */
const CELLS = 140;
/** Share of red pixels from which a cell belongs to an imprint. */
const LEAST_RED = 0.12;
/** Sides of an imprint as shares of the page's longer side. */
const LEAST_SIDE = 0.06;
const MOST_SIDE = 0.4;
/** Longer side over shorter: round, square and oval imprints; no rules of tables, no headings. */
const MOST_ELONGATED = 1.7;

/** Boxes of imprints in red ink, in page pixels. Red tables and red print have other shapes. */
export function sealAreas({ width, height, rgb }: RgbImage): Region[] {
  const cell = Math.max(4, Math.round(Math.min(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0, from = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++, from += 3) if (isRed(rgb, from)) counts[row + Math.floor(x / cell)]++;
  }
  const red = Uint8Array.from(counts, (count) => (count >= LEAST_RED * cell * cell ? 1 : 0));
  const longest = Math.max(width, height);
  return connectedRegions(dilate(red, columns), columns).regions.flatMap((region) => {
    const [w, h] = [region.width * cell, region.height * cell];
    const round = Math.max(w, h) <= MOST_ELONGATED * Math.min(w, h);
    if (!round || Math.min(w, h) < LEAST_SIDE * longest || Math.max(w, h) > MOST_SIDE * longest) return [];
    return [{ x: region.x * cell, y: region.y * cell, width: w, height: h }];
  });
}
