/** Cells a row and a column of a page. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Sums over windows of 2 · radiusX + 1 by 2 · radiusY + 1 cells, cut at the page's border. */
export function windowSum(
  values: Float32Array,
  { columns, rows }: Grid,
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

/** How many cells of each window were measured. */
export interface WindowCounts {
  readonly known: Float32Array;
  readonly near: Float32Array;
  readonly line: Float32Array;
  readonly around: Float32Array;
}

export function windowCounts(known: Float32Array, grid: Grid): WindowCounts {
  return {
    known,
    near: windowSum(known, grid, 1, 1),
    line: windowSum(known, grid, 4, 1),
    around: windowSum(known, grid, 10, 5),
  };
}

/** The page's deviations of one feature over each of WINDOWS. */
export function windowed(deviations: Float32Array, counts: WindowCounts, grid: Grid): Float32Array[] {
  const near = windowSum(deviations, grid, 1, 1);
  const line = windowSum(deviations, grid, 4, 1);
  const around = windowSum(deviations, grid, 10, 5);
  const size = deviations.length;
  const planes = WINDOWS.map(() => new Float32Array(size));
  const [cell, pooledNear, pooledLine, step] = planes as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (let i = 0; i < size; i++) {
    if (counts.known[i] !== 0) cell[i] = deviations[i]! / Math.SQRT2;
    pooledNear[i] = near[i]! / Math.sqrt(counts.near[i]! + 1);
    const inside = counts.line[i]!;
    const outside = counts.around[i]! - inside;
    pooledLine[i] = line[i]! / Math.sqrt(inside + 1);
    const difference = line[i]! / (inside + 1) - (around[i]! - line[i]!) / (outside + 3);
    step[i] = difference * Math.sqrt(Math.min(inside, 20));
  }
  return planes;
}
