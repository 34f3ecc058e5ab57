import { offsetsOf, transpose } from '../graph/rows.ts';
import type { Rows } from '../graph/types.ts';
import type { Directed } from './types.ts';

function sortedRows(vertices: number, from: Int32Array, to: Int32Array): Rows {
  const offsets = offsetsOf(from, vertices);
  const next = offsets.slice();
  const items = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) items[next[from[edge]!]!++] = to[edge]!;
  // Twice transposed is once sorted; a repeated edge is kept once.
  const sorted = transpose(transpose({ offsets, items }, vertices), vertices);
  const starts = new Int32Array(vertices + 1);
  let length = 0;
  for (let v = 0; v < vertices; v++) {
    for (let at = sorted.offsets[v]!; at < sorted.offsets[v + 1]!; at++) {
      if (at > sorted.offsets[v]! && sorted.items[at] === sorted.items[at - 1]) continue;
      sorted.items[length++] = sorted.items[at]!;
    }
    starts[v + 1] = length;
  }
  return { offsets: starts, items: sorted.items.slice(0, length) };
}

/** A graph from a list of edges between numbers below `vertices`; an undirected edge may be given once or from both ends. */
export function directedGraph(
  vertices: number,
  from: Int32Array,
  to: Int32Array,
  directed: boolean,
): Directed {
  if (directed) {
    const out = sortedRows(vertices, from, to);
    return { out, in: transpose(out, vertices) };
  }
  const both = [new Int32Array(2 * from.length), new Int32Array(2 * from.length)] as const;
  both[0].set(from);
  both[0].set(to, from.length);
  both[1].set(to);
  both[1].set(from, from.length);
  const rows = sortedRows(vertices, ...both);
  return { out: rows, in: rows };
}
