import type { Mask } from '@jianzhen/evidence';
import { plane } from '../plane.ts';
import { resizePlane } from '../resample.ts';

/** An empty mask: nothing altered. */
export function createMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

/**
 * Spreads a map of cells over a page, linearly between cell centres.
 *
 * @param cells ceil(width / cell) × ceil(height / cell) values in [0, 1], row-major; NaN counts as 0, values beyond are
 *   clamped
 * @param cell pixels a cell's edge; the last column and row may be partial
 */
export function maskFromCells(cells: Float32Array, width: number, height: number, cell = 8): Mask {
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  if (cells.length !== columns * rows) throw new RangeError(`${cells.length} cells, not ${columns}×${rows}`);
  const clean = cells.map((value) => (Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value))));
  const mask = createMask(width, height);
  // Whole cells are spread, then the part that hangs over the page is cut off. A row of cells at a time keeps it small.
  const wide = resizePlane(plane(columns, rows, clean), columns * cell, rows, 'bilinear');
  for (let y = 0; y < height; y++) {
    const centre = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const above = Math.floor(centre);
    const below = Math.min(rows - 1, above + 1);
    const share = centre - above;
    const [upper, lower] = [above * wide.width, below * wide.width];
    for (let x = 0, at = y * width; x < width; x++, at++) {
      mask.data[at] = 255 * ((1 - share) * wide.data[upper + x]! + share * wide.data[lower + x]!) + 0.5;
    }
  }
  return mask;
}
