import type { CellMap } from '../../signal.ts';

/**
 * Sum over 3 × 3 cells of the values that speak (neither 0 nor NaN), scaled so that independent standard normals give a
 * standard normal again; 0 where none of them speaks.
 */
export function smooth({ columns, rows, data }: CellMap): Float32Array {
  const out = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      let count = 0;
      for (let j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
        for (let i = Math.max(0, column - 1); i <= Math.min(columns - 1, column + 1); i++) {
          const value = data[j * columns + i]!;
          if (value === 0 || Number.isNaN(value)) continue;
          sum += Math.max(-CLAMP, Math.min(CLAMP, value));
          count++;
        }
      }
      if (count > 0) out[row * columns + column] = sum / Math.sqrt(count);
    }
  }
  return out;
}

/** No single block decides. */
const CLAMP = 4;
