import type { PageContext } from '../signal.ts';
import { FAR, texturePlanes } from './planes.ts';
import { windowSum } from './windows.ts';

/** What is measured of the paper in a cell of 8 × 8 pixels, each on the cell's pixels off ink alone. */
export const CELL_FEATURES = ['fine', 'coarse', 'range', 'equal', 'chroma', 'correlation'] as const;
export type CellFeature = (typeof CELL_FEATURES)[number];

/**
 * Cells by how much print is near, since JPEG's ringing depends on it: 0 none within 5 × 5 cells, 1 none within 3 × 3, then by
 * the share of ink in 3 × 3 cells: up to 3%, 8%, 16%, 28%, more.
 */
export const PROXIMITIES = 7;
const INK_SHARES = [0.03, 0.08, 0.16, 0.28];
/** From this proximity on a cell lies among letters. */
export const AMONG_PRINT = 3;

export interface CellMeasures {
  readonly columns: number;
  readonly rows: number;
  /**
   * Planes of one value a cell, NaN where too few pixels are bare paper. `fine`: log mean |residual|; `coarse`: the same of the
   * page at half size; `range`: log deviation of luma; `equal`: share of pixels that equal their right neighbour; `chroma`:
   * log mean step of R − Y; `correlation`: of neighbouring residuals.
   */
  readonly values: Readonly<Record<CellFeature, Float32Array>>;
  /** Mean luma of bare paper, 0 where there is none. */
  readonly brightness: Float32Array;
  readonly proximity: Uint8Array;
}

/** Bare pixels that a cell needs to be measured. */
const LEAST_PAPER = 16;

const cache = new WeakMap<PageContext, CellMeasures>();

export function cellMeasures(page: PageContext): CellMeasures {
  const known = cache.get(page);
  if (known) return known;
  const measures = measure(page);
  cache.set(page, measures);
  return measures;
}

function measure(page: PageContext): CellMeasures {
  const { width, height, data: luma } = page.luma;
  const { rgb } = page.image;
  const { residual, distance } = texturePlanes(page);
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  const size = columns * rows;
  const [fine, range, equal, chroma, correlation] = Array.from({ length: 5 }, () =>
    new Float32Array(size).fill(Number.NaN),
  ) as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
  const brightness = new Float32Array(size);
  const ink = new Float32Array(size);
  for (let row = 0; row < rows; row++) {
    const top = Math.max(1, row * 8);
    const bottom = Math.min(height - 1, row * 8 + 8);
    for (let column = 0; column < columns; column++) {
      const left = Math.max(1, column * 8);
      const right = Math.min(width - 1, column * 8 + 8);
      let n = 0;
      let sum = 0;
      let square = 0;
      let rest = 0;
      let restSquare = 0;
      let product = 0;
      let same = 0;
      let step = 0;
      let strokes = 0;
      for (let y = top; y < bottom; y++) {
        for (let i = y * width + left, end = y * width + right; i < end; i++) {
          const away = distance[i]!;
          if (away < 3) {
            if (away === 0) strokes++;
            continue;
          }
          const value = luma[i]!;
          const next = luma[i + 1]!;
          const r = residual[i]!;
          n++;
          sum += value;
          square += value * value;
          rest += r < 0 ? -r : r;
          restSquare += r * r;
          product += r * residual[i + 1]!;
          const across = next - value;
          if (across < 0.5 && across > -0.5) same++;
          const hue = rgb[3 * i]! - rgb[3 * i + 3]! + across;
          step += hue < 0 ? -hue : hue;
        }
      }
      const cell = row * columns + column;
      ink[cell] = strokes;
      if (n === 0) continue;
      brightness[cell] = sum / n;
      if (n < LEAST_PAPER) continue;
      fine[cell] = Math.log(rest / n + 0.1);
      equal[cell] = same / n;
      chroma[cell] = Math.log(step / n + 0.1);
      range[cell] = Math.log(Math.sqrt(Math.max(0, square / n - (sum / n) ** 2)) + 0.15);
      correlation[cell] = restSquare > 0 ? product / restSquare : 0;
    }
  }
  const coarse = coarseNoise(page, columns, rows);
  return {
    columns,
    rows,
    values: { fine, coarse, range, equal, chroma, correlation },
    brightness,
    proximity: proximityOf(ink, columns, rows),
  };
}

const LEAST_COARSE = 4;

/** log mean |residual| a cell of the page at half size: grain that is wider than a pixel, as scaling and JPEG leave it. */
function coarseNoise(page: PageContext, columns: number, rows: number): Float32Array {
  const { width, height, data } = page.luma;
  const { distance } = texturePlanes(page);
  const w = width >> 1;
  const h = height >> 1;
  const half = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0, i = 2 * y * width; x < w; x++, i += 2) {
      half[y * w + x] = data[i]! + data[i + 1]! + data[i + width]! + data[i + width + 1]!;
    }
  }
  const sum = new Float32Array(columns * rows);
  const count = new Float32Array(columns * rows);
  for (let y = 1; y < h - 1; y++) {
    const row = (y >> 2) * columns;
    for (let x = 1; x < w - 1; x++) {
      if (distance[2 * y * width + 2 * x]! < FAR - 1) continue;
      const i = y * w + x;
      const corners = half[i - w - 1]! + half[i - w + 1]! + half[i + w - 1]! + half[i + w + 1]!;
      const sides = half[i - w]! + half[i + w]! + half[i - 1]! + half[i + 1]!;
      const cell = row + (x >> 2);
      sum[cell]! += Math.abs(corners - 2 * sides + 4 * half[i]!);
      count[cell]!++;
    }
  }
  // 4 pixels were summed and the filter's weights have norm 6.
  return sum.map((s, i) => (count[i]! < LEAST_COARSE ? Number.NaN : Math.log(s / (24 * count[i]!) + 0.1)));
}

function proximityOf(ink: Float32Array, columns: number, rows: number): Uint8Array {
  const near = windowSum(ink, { columns, rows }, 1, 1);
  const around = windowSum(ink, { columns, rows }, 2, 2);
  return Uint8Array.from(ink, (_, i) => {
    if (near[i]! === 0) return around[i]! > 0 ? 1 : 0;
    const share = near[i]! / (9 * 64);
    return 2 + INK_SHARES.filter((bound) => share > bound).length;
  });
}
