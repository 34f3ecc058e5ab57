/** The paper's colour by place: no threshold on colours themselves, since paper and light decide what is white. */

export interface Paper {
  /** Pixels a knot. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** Red, green, blue by knot, 8–255. */
  readonly colours: Float32Array;
}

const CELL = 20;
/** Most reflectance against the paper: ink may be lighter than dull paper in its own colour. */
export const GLOW = 1.25;

/**
 * By cells the mean colour of their third that bears least ink; a cell with more than one beside it takes that one's (all of it may be ink).
 *
 * @param rgb width × height × 3, 0–255
 */
export function paperOf(rgb: Float32Array, width: number, height: number): Paper {
  const columns = Math.max(2, Math.ceil(width / CELL));
  const rows = Math.max(2, Math.ceil(height / CELL));
  const own = new Float32Array(columns * rows * 3);
  const lights = new Float32Array(columns * rows);
  const bins = new Int32Array(64);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x0, y0] = [Math.min(column * CELL, width - 1), Math.min(row * CELL, height - 1)];
      const [x1, y1] = [Math.min(width, x0 + CELL), Math.min(height, y0 + CELL)];
      bins.fill(0);
      // By the least of the colours: any ink lowers it, even ink that glows beside dull paper.
      const light = (i: number) => Math.min(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!) >> 2;
      for (let y = y0; y < y1; y++)
        for (let i = (y * width + x0) * 3, end = (y * width + x1) * 3; i < end; i += 3) bins[light(i)]!++;
      let left = ((x1 - x0) * (y1 - y0)) / 3;
      let floor = 63;
      while (floor > 0 && left > bins[floor]!) left -= bins[floor--]!;
      let [n, r, g, b] = [0, 0, 0, 0];
      for (let y = y0; y < y1; y++) {
        for (let i = (y * width + x0) * 3, end = (y * width + x1) * 3; i < end; i += 3) {
          if (light(i) < floor) continue;
          n++;
          r += rgb[i]!;
          g += rgb[i + 1]!;
          b += rgb[i + 2]!;
        }
      }
      const at = row * columns + column;
      own.set([Math.max(8, r / n), Math.max(8, g / n), Math.max(8, b / n)], at * 3);
      lights[at] = Math.min(r, g, b) / n;
    }
  }
  const colours = new Float32Array(own.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let best = row * columns + column;
      for (let v = Math.max(0, row - 1); v <= Math.min(rows - 1, row + 1); v++)
        for (let u = Math.max(0, column - 1); u <= Math.min(columns - 1, column + 1); u++)
          if (lights[v * columns + u]! > lights[best]! * 1.06) best = v * columns + u;
      colours.set(own.subarray(best * 3, best * 3 + 3), (row * columns + column) * 3);
    }
  }
  return { cell: CELL, columns, rows, colours };
}
