import type { Rows } from './types.ts';

/** Where each row begins, from the row of every item: a counting sort's first pass. */
export function offsetsOf(rowOf: Int32Array, rows: number): Int32Array {
  const offsets = new Int32Array(rows + 1);
  for (let i = 0; i < rowOf.length; i++) offsets[rowOf[i]! + 1]!++;
  for (let row = 0; row < rows; row++) offsets[row + 1]! += offsets[row]!;
  return offsets;
}

/** Positions of the items ordered by row; within a row as they came. */
export function orderByRow(rowOf: Int32Array, offsets: Int32Array): Int32Array {
  const next = offsets.slice();
  const order = new Int32Array(rowOf.length);
  for (let i = 0; i < rowOf.length; i++) order[next[rowOf[i]!]!++] = i;
  return order;
}

/** The other side of a bipartite graph; items of a row come in ascending order. */
export function transpose({ offsets, items }: Rows, columns: number): Rows {
  const turned = offsetsOf(items, columns);
  const next = turned.slice();
  const rows = new Int32Array(items.length);
  for (let row = 0; row + 1 < offsets.length; row++)
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) rows[next[items[at]!]!++] = row;
  return { offsets: turned, items: rows };
}

export const rowOf = ({ offsets, items }: Rows, row: number): Int32Array =>
  items.subarray(offsets[row]!, offsets[row + 1]!);
