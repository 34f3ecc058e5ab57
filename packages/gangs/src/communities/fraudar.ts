/**
 * Hooi, Song, Beutel, Shah, Shin and Faloutsos, "FRAUDAR: bounding graph fraud in the face of camouflage" (KDD 2016): the subgraph
 * of greatest mean suspiciousness, by taking away what adds least, one vertex after the other. The answer is at least half
 * as dense as the densest there is (theorem 1). Edges to common things weigh less, so that nobody hides behind them.
 */
import { IndexedHeap } from './heap.ts';
import type { WeightedGraph } from './types.ts';

export interface Dense {
  /** Vertices of the densest subgraph that was met, ascending. */
  readonly vertices: Int32Array;
  /** Weight of its edges over the number of its vertices. */
  readonly density: number;
}

/** FRAUDAR's column weight (section 4.3): what so many share says 1 / ln(degree + 5) of each. */
export const columnWeight = (degree: number): number => 1 / Math.log(degree + 5);

export function densest(graph: WeightedGraph): Dense {
  const { offsets, targets, weights, loops, strengths } = graph;
  const n = strengths.length;
  // A loop is in the strength twice; what a vertex takes with it is its edges' weight, loops once.
  const lost = strengths.map((strength, v) => strength - loops[v]! / 2);
  let total = strengths.reduce((sum, strength) => sum + strength, 0) / 2;
  const heap = new IndexedHeap(lost);
  const removed = new Int32Array(n);
  let best = -1;
  let keep = n;
  for (let left = n; left > 0; left--) {
    // Equal ones: the larger, lest rounding alone makes it smaller.
    if (total / left > best + 1e-12) {
      best = total / left;
      keep = left;
    }
    const v = heap.pop();
    removed[n - left] = v;
    total -= heap.key(v);
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const other = targets[at]!;
      if (other !== v && heap.has(other)) heap.lower(other, heap.key(other) - weights[at]!);
    }
  }
  return {
    vertices: removed
      .subarray(n - keep)
      .slice()
      .sort(),
    density: Math.max(0, best),
  };
}
