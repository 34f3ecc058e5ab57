import { rowOf } from '../graph/rows.ts';
import type { Directed } from './types.ts';

/** A vertex's neighbours in either direction, each once, without itself. */
function neighbours({ out, in: into }: Directed, v: number): Int32Array {
  if (out === into) return rowOf(out, v).filter((other) => other !== v);
  const both = new Set([...rowOf(out, v), ...rowOf(into, v)]);
  both.delete(v);
  return Int32Array.from(both);
}

/**
 * Watts and Strogatz 1998, as Graphalytics 1.0.3, section 2.3.5, has it: of the ordered pairs of a vertex's neighbours, the share
 * that an edge joins, in [0, 1]; 0 with fewer than two neighbours.
 */
export function localClustering(graph: Directed): Float64Array {
  const { out } = graph;
  const n = out.offsets.length - 1;
  const near = new Int32Array(n).fill(-1);
  const coefficients = new Float64Array(n);
  for (let v = 0; v < n; v++) {
    const around = neighbours(graph, v);
    if (around.length < 2) continue;
    for (const other of around) near[other] = v;
    let edges = 0;
    for (const other of around)
      for (let at = out.offsets[other]!; at < out.offsets[other + 1]!; at++) {
        const end = out.items[at]!;
        if (near[end] === v && end !== other) edges++;
      }
    coefficients[v] = edges / (around.length * (around.length - 1));
  }
  return coefficients;
}
