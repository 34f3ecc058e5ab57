// Local two-class threshold: T. W. Ridler, S. Calvard, "Picture thresholding using an iterative selection method" (1978), one
// iteration a window, the windows laid as in J. Sauvola, M. Pietikäinen, "Adaptive document image binarization" (2000).

import type { Plane } from '@jianzhen/raster';

const TILE = 8;
/** Every other pixel and row is enough for a window's statistics. */
const STEP = 2;
/** Tiles to each side of a window: 56 pixels wide, a few characters. */
const RADIUS = 3;
/** Grey levels between ink and paper, below which a window holds no text; faded thermal print has about 20. */
const MINIMUM_CONTRAST = 12;
/** The same in standard deviations of the window: Gaussian noise, split as here, has 1.75, a ramp 1.73, two equal classes 2. */
const MINIMUM_SEPARATION = 1.95;
/** Where the first split lies, in standard deviations from the mean towards the longer tail. */
const FIRST_SPLIT = 0.8;
/** Ink lies at least this many standard deviations of the paper's noise away from paper. */
const NOISE_MARGIN = 2.5;

/** 1 = ink: the class in the longer tail of its neighbourhood, so light text on dark ground counts as well. */
export function binarise(grey: Plane): Uint8Array {
  const { width, height, data } = grey;
  const columns = Math.ceil(width / TILE);
  const rows = Math.ceil(height / TILE);
  const size = columns * rows;
  const count = new Float32Array(size);
  const sum = new Float32Array(size);
  const square = new Float32Array(size);
  const cube = new Float32Array(size);
  eachTileRow(width, height, columns, (tile, from, to) => {
    let s = 0;
    let q = 0;
    let c = 0;
    for (let i = from; i < to; i += STEP) {
      // Centred on mid-grey, so that single precision holds the cubes.
      const v = data[i]! - 128;
      s += v;
      q += v * v;
      c += v * v * v;
    }
    count[tile]! += Math.ceil((to - from) / STEP);
    sum[tile]! += s;
    square[tile]! += q;
    cube[tile]! += c;
  });
  const noise = paperNoise(count, sum, square);
  const [n, windowSum, windowSquare, windowCube] = [count, sum, square, cube].map((p) =>
    boxSum(p, columns, rows, RADIUS),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array];
  const split = new Float32Array(size);
  const deviation = new Float32Array(size);
  const tail = new Int8Array(size);
  for (let i = 0; i < size; i++) {
    const m = windowSum[i]! / n[i]!;
    const q = windowSquare[i]! / n[i]!;
    deviation[i] = Math.sqrt(Math.max(0, q - m * m));
    tail[i] = windowCube[i]! / n[i]! - 3 * m * q + 2 * m * m * m > 0 ? 1 : -1;
    split[i] = m + 128 + FIRST_SPLIT * tail[i]! * deviation[i]!;
  }

  const lowCount = new Float32Array(size);
  const lowSum = new Float32Array(size);
  eachTileRow(width, height, columns, (tile, from, to) => {
    const level = split[tile]!;
    let c = 0;
    let s = 0;
    for (let i = from; i < to; i += STEP) {
      const v = data[i]!;
      if (v < level) {
        c++;
        s += v - 128;
      }
    }
    lowCount[tile]! += c;
    lowSum[tile]! += s;
  });
  const lows = boxSum(lowCount, columns, rows, RADIUS);
  const lowTotal = boxSum(lowSum, columns, rows, RADIUS);

  const threshold = new Float32Array(size);
  /** −1 dark ink, 1 light ink, 0 none. */
  const polarity = new Int8Array(size);
  for (let i = 0; i < size; i++) {
    const low = 128 + lowTotal[i]! / Math.max(1, lows[i]!);
    const high = 128 + (windowSum[i]! - lowTotal[i]!) / Math.max(1, n[i]! - lows[i]!);
    const middle = (low + high) / 2;
    threshold[i] =
      tail[i]! < 0
        ? Math.min(middle, high - NOISE_MARGIN * noise)
        : Math.max(middle, low + NOISE_MARGIN * noise);
    const contrast = high - low;
    if (contrast >= MINIMUM_CONTRAST && contrast >= MINIMUM_SEPARATION * deviation[i]!)
      polarity[i] = tail[i]!;
  }
  return apply(grey, threshold, polarity, columns, rows);
}

/** Lower quartile of the tiles' standard deviations: tiles of bare paper. */
function paperNoise(count: Float32Array, sum: Float32Array, square: Float32Array): number {
  const deviations = count.map((n, i) => Math.sqrt(Math.max(0, square[i]! / n - (sum[i]! / n) ** 2))).sort();
  return deviations[deviations.length >> 2] ?? 0;
}

function apply(
  grey: Plane,
  threshold: Float32Array,
  polarity: Int8Array,
  columns: number,
  rows: number,
): Uint8Array {
  const { width, height, data } = grey;
  const ink = new Uint8Array(width * height);
  const line = new Float32Array(columns + 1);
  for (let y = 0; y < height; y++) {
    const position = (y + 0.5) / TILE - 0.5;
    const upper = Math.max(0, Math.floor(position));
    const lower = Math.min(rows - 1, upper + 1);
    const weight = Math.max(0, position - upper);
    for (let c = 0; c < columns; c++) {
      line[c] = threshold[upper * columns + c]! * (1 - weight) + threshold[lower * columns + c]! * weight;
    }
    line[columns] = line[columns - 1]!;
    const tileRow = ((y / TILE) | 0) * columns;
    for (let c = 0; c < columns; c++) {
      const sign = polarity[tileRow + c]!;
      if (sign === 0) continue;
      const here = line[c]!;
      const before = c > 0 ? line[c - 1]! : here;
      const after = line[c + 1]!;
      const end = Math.min(width, (c + 1) * TILE);
      for (let x = c * TILE; x < end; x++) {
        const t = (x - c * TILE + 0.5) / TILE - 0.5;
        const level = t < 0 ? here + (here - before) * t : here + (after - here) * t;
        if (sign < 0 ? data[y * width + x]! < level : data[y * width + x]! > level) ink[y * width + x] = 1;
      }
    }
  }
  return ink;
}

function eachTileRow(
  width: number,
  height: number,
  columns: number,
  visit: (tile: number, from: number, to: number) => void,
): void {
  for (let y = 0; y < height; y += STEP) {
    const row = ((y / TILE) | 0) * columns;
    for (let c = 0; c < columns; c++) {
      visit(row + c, y * width + c * TILE, y * width + Math.min(width, (c + 1) * TILE));
    }
  }
}

/** Sums over (2 · radius + 1)² windows, cut at the borders. */
export function boxSum(values: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) {
    let s = 0;
    for (let c = 0; c < Math.min(radius, columns); c++) s += values[r * columns + c]!;
    for (let c = 0; c < columns; c++) {
      if (c + radius < columns) s += values[r * columns + c + radius]!;
      if (c - radius - 1 >= 0) s -= values[r * columns + c - radius - 1]!;
      across[r * columns + c] = s;
    }
  }
  const out = new Float32Array(values.length);
  for (let c = 0; c < columns; c++) {
    let s = 0;
    for (let r = 0; r < Math.min(radius, rows); r++) s += across[r * columns + c]!;
    for (let r = 0; r < rows; r++) {
      if (r + radius < rows) s += across[(r + radius) * columns + c]!;
      if (r - radius - 1 >= 0) s -= across[(r - radius - 1) * columns + c]!;
      out[r * columns + c] = s;
    }
  }
  return out;
}
