import type { CellMap } from '../signal.ts';
import type { BlockSet } from './blocks.ts';

/**
 * Values of the blocks of any 8 × 8 grid as cells of the page's own: each cell is the mean of the blocks that lie on it,
 * weighted by the shared area; cells without blocks are 0.
 */
export function cellsOfBlocks(set: BlockSet, values: Float32Array, width: number, height: number): CellMap {
  const columns = Math.ceil(width / 8);
  const rows = Math.ceil(height / 8);
  const data = new Float32Array(columns * rows);
  const weights = new Float32Array(columns * rows);
  const dx = set.originX;
  const dy = set.originY;
  for (let i = 0; i < values.length; i++) {
    const column = set.positions[i]! % set.columns;
    const row = (set.positions[i]! - column) / set.columns;
    for (let j = 0; j < 4; j++) {
      const right = j & 1;
      const down = j >> 1;
      const weight = (right ? dx : 8 - dx) * (down ? dy : 8 - dy);
      if (weight === 0 || column + right >= columns || row + down >= rows) continue;
      const cell = (row + down) * columns + column + right;
      data[cell] = data[cell]! + weight * values[i]!;
      weights[cell] = weights[cell]! + weight;
    }
  }
  for (let cell = 0; cell < data.length; cell++) {
    if (weights[cell]! > 0) data[cell] = data[cell]! / weights[cell]!;
  }
  return { columns, rows, data };
}
