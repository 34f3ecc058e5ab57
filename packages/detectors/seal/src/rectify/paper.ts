import type { RgbImage } from '@jianzhen/raster';

/** Cells along the longer side of a seal's cut: one is wider than any stroke, and not all of three by three lies under a star. */
const CELLS = 14;
/** The lightest pixels of a cell that count as paper: this share of them. */
const LIGHTEST = 0.25;
/** Density of the blackest pixel that 8 bits of a picture tell from noise. */
const DARKEST = 4;
const LOGARITHMS = Float64Array.from({ length: 256 }, (_, value) => Math.log(value + 1));
const LEVELS = 4 * 255 + 1;

/** Optical density of red, green and blue against the paper about each pixel: 0 = paper, ln 2 = half as light; interleaved. */
export function densities(picture: RgbImage): Float32Array {
  const { width, height, rgb } = picture;
  const cell = Math.max(6, Math.ceil(Math.max(width, height) / CELLS));
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const paper = spread(lightest(picture, cell, columns, rows), columns, rows).map((value) =>
    Math.log(value + 1),
  );
  const out = new Float32Array(3 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / cell - 0.5));
    const [v0, fv] = [Math.floor(v), v % 1];
    const v1 = Math.min(rows - 1, v0 + 1);
    for (let x = 0; x < width; x++) {
      const u = Math.min(columns - 1, Math.max(0, (x + 0.5) / cell - 0.5));
      const u0 = Math.floor(u);
      const fu = u - u0;
      const u1 = Math.min(columns - 1, u0 + 1);
      const a = v0 * columns + u0;
      const b = v0 * columns + u1;
      const c = v1 * columns + u0;
      const d = v1 * columns + u1;
      for (let channel = 0; channel < 3; channel++, at++) {
        const above = paper[3 * a + channel] * (1 - fu) + paper[3 * b + channel] * fu;
        const below = paper[3 * c + channel] * (1 - fu) + paper[3 * d + channel] * fu;
        out[at] = Math.min(DARKEST, above * (1 - fv) + below * fv - LOGARITHMS[rgb[at]]);
      }
    }
  }
  return out;
}

/** Mean colour of each cell's lightest pixels. */
function lightest(picture: RgbImage, cell: number, columns: number, rows: number): Float32Array {
  const { width, height, rgb } = picture;
  const out = new Float32Array(3 * columns * rows);
  const counts = new Uint32Array(LEVELS);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [left, right] = [column * cell, Math.min(width, (column + 1) * cell)];
      const [top, bottom] = [row * cell, Math.min(height, (row + 1) * cell)];
      counts.fill(0);
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) counts[lightness(rgb, 3 * (y * width + x))]++;
      const wanted = Math.max(1, Math.round(LIGHTEST * (right - left) * (bottom - top)));
      let least = LEVELS;
      for (let above = 0; above < wanted; ) above += counts[--least];
      const to = 3 * (row * columns + column);
      let count = 0;
      for (let y = top; y < bottom; y++) {
        for (let x = left; x < right; x++) {
          const at = 3 * (y * width + x);
          if (lightness(rgb, at) < least) continue;
          count++;
          for (let channel = 0; channel < 3; channel++) out[to + channel] += rgb[at + channel];
        }
      }
      for (let channel = 0; channel < 3; channel++) out[to + channel] /= count;
    }
  }
  return out;
}

/** Whole, below `LEVELS`. */
const lightness = (values: Uint8Array | Float32Array, at: number): number =>
  values[at] + 2 * values[at + 1] + values[at + 2];

/** Each cell takes the lightest of its neighbourhood, so that cells full of ink borrow their paper; then their mean, so that it has no steps. */
function spread(cells: Float32Array, columns: number, rows: number): Float32Array {
  const best = new Float32Array(cells.length);
  around(columns, rows, (cell, neighbours) => {
    const light = (at: number) => lightness(cells, 3 * at);
    const from = neighbours.reduce((most, at) => (light(at) > light(most) ? at : most), cell);
    best.set(cells.subarray(3 * from, 3 * from + 3), 3 * cell);
  });
  const out = new Float32Array(cells.length);
  around(columns, rows, (cell, neighbours) => {
    for (let channel = 0; channel < 3; channel++) {
      const sum = neighbours.reduce((total, at) => total + best[3 * at + channel], 0);
      out[3 * cell + channel] = sum / neighbours.length;
    }
  });
  return out;
}

function around(columns: number, rows: number, visit: (cell: number, neighbours: number[]) => void): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const neighbours: number[] = [];
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          neighbours.push(y * columns + x);
      }
      visit(row * columns + column, neighbours);
    }
  }
}
