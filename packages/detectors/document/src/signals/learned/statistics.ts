import { connectedRegions, maskWhere } from '@jianzhen/raster';

/** Cells in the pooled evidence; as in training. */
const POOLED = 8;

/**
 * `peak`: highest log-odds of a cell; `pooled`: mean of the 8 highest 3 × 3 means, what training pools; `top-…`: of 3 × 3 means,
 * what this share of the page lies above; `median`, `deviation`: of all cells; `area`: roots of the numbers of cells above −2, 0
 * and 2; `group`: root of the log-odds summed over the heaviest connected group above 0; `group-size`: root of its cells;
 * `second-group`: as `group`.
 */
export const STATISTICS = [
  'peak',
  'pooled',
  'top-0.5%',
  'top-2%',
  'median',
  'deviation',
  'area-low',
  'area',
  'area-high',
  'group',
  'group-size',
  'second-group',
] as const;

/** Mean of the 3 × 3 cells around each, clipped at the border. */
function near(data: Float32Array, columns: number, rows: number): Float32Array {
  return data.map((_, cell) => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++, count++) {
        sum += data[y * columns + x]!;
      }
    }
    return sum / count;
  });
}

/** What the log-odds of a page's cells, rows × columns, say of the page as a whole. */
export function statistics(
  logits: Float32Array,
  columns: number,
  rows: number,
): Record<(typeof STATISTICS)[number], number> {
  const around = near(logits, columns, rows).sort().reverse();
  const top = around.subarray(0, Math.min(POOLED, around.length));
  const fromTop = (share: number) => around[Math.min(around.length - 1, Math.round(share * around.length))]!;
  const mean = logits.reduce((sum, value) => sum + value, 0) / logits.length;
  const variance = logits.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logits.length;
  const above = (threshold: number) =>
    Math.sqrt(logits.reduce((count, value) => count + (value > threshold ? 1 : 0), 0));
  const { labels, regions } = connectedRegions(
    maskWhere(logits, (value) => value > 0),
    columns,
  );
  const weights = new Float64Array(regions.length + 1);
  labels.forEach((label, cell) => {
    weights[label]! += logits[cell]!;
  });
  const groups = regions
    .map(({ area, label }) => ({ area, weight: weights[label]! }))
    .sort((a, b) => b.weight - a.weight);
  return {
    peak: logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    pooled: top.reduce((sum, value) => sum + value, 0) / top.length,
    'top-0.5%': fromTop(0.005),
    'top-2%': fromTop(0.02),
    median: fromTop(0.5),
    deviation: Math.sqrt(variance),
    'area-low': above(-2),
    area: above(0),
    'area-high': above(2),
    group: Math.sqrt(groups[0]?.weight ?? 0),
    'group-size': Math.sqrt(groups[0]?.area ?? 0),
    'second-group': Math.sqrt(groups[1]?.weight ?? 0),
  };
}
