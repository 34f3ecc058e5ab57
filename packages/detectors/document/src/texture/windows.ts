import type { CellMeasures } from './cells.ts';

/** Sums over windows of 2 · radiusX + 1 by 2 · radiusY + 1 cells, cut at the page's border. */
export function windowSum(
  values: Float32Array,
  { columns, rows }: Pick<CellMeasures, 'columns' | 'rows'>,
  radiusX: number,
  radiusY: number,
): Float32Array {
  const across = new Float32Array(values.length);
  for (let r = 0; r < rows; r++) {
    const base = r * columns;
    let sum = 0;
    for (let c = 0; c < Math.min(radiusX, columns); c++) sum += values[base + c]!;
    for (let c = 0; c < columns; c++) {
      if (c + radiusX < columns) sum += values[base + c + radiusX]!;
      if (c > radiusX) sum -= values[base + c - radiusX - 1]!;
      across[base + c] = sum;
    }
  }
  const out = new Float32Array(values.length);
  const sums = new Float32Array(columns);
  for (let r = 0; r < Math.min(radiusY, rows); r++) {
    for (let c = 0; c < columns; c++) sums[c]! += across[r * columns + c]!;
  }
  for (let r = 0; r < rows; r++) {
    const entering = r + radiusY < rows ? (r + radiusY) * columns : -1;
    const leaving = r > radiusY ? (r - radiusY - 1) * columns : -1;
    for (let c = 0; c < columns; c++) {
      if (entering >= 0) sums[c]! += across[entering + c]!;
      if (leaving >= 0) sums[c]! -= across[leaving + c]!;
      out[r * columns + c] = sums[c]!;
    }
  }
  return out;
}

/** A deviation at its cell, over 3 × 3 and 9 × 3 cells (as sums of independent deviations) and against 21 × 11 around. */
export const WINDOWS = ['cell', 'near', 'line', 'step'] as const;

/** The page's deviations of one feature over each of WINDOWS. */
export function windowed(
  deviations: Float32Array,
  known: Float32Array,
  grid: Pick<CellMeasures, 'columns' | 'rows'>,
): Float32Array[] {
  const pooled = (radiusX: number, radiusY: number) => ({
    sum: windowSum(deviations, grid, radiusX, radiusY),
    count: windowSum(known, grid, radiusX, radiusY),
  });
  const near = pooled(1, 1);
  const line = pooled(4, 1);
  const around = pooled(10, 5);
  const standard = ({ sum, count }: typeof near) => sum.map((s, i) => s / Math.sqrt(count[i]! + 1));
  return [
    deviations.map((z, i) => (known[i] ? z / Math.SQRT2 : 0)),
    standard(near),
    standard(line),
    line.sum.map((s, i) => {
      const inside = line.count[i]!;
      const outside = around.count[i]! - inside;
      const step = s / (inside + 1) - (around.sum[i]! - s) / (outside + 3);
      return step * Math.sqrt(Math.min(inside, 20));
    }),
  ];
}
