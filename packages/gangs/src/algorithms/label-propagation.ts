import type { Directed } from './types.ts';

/**
 * Raghavan, Albert and Kumara 2007, made deterministic as Graphalytics 1.0.3, section 2.3.4, has it: all vertices at once take the
 * commonest label among their neighbours, of several the least; a neighbour in both directions counts twice.
 * @returns labels: numbers of vertices
 */
export function labelPropagation(graph: Directed, rounds: number): Int32Array {
  const n = graph.out.offsets.length - 1;
  const sides = graph.out === graph.in ? [graph.out] : [graph.out, graph.in];
  let labels = Int32Array.from({ length: n }, (_, v) => v);
  const count = new Int32Array(n);
  for (let round = 0; round < rounds; round++) {
    const next = labels.slice();
    for (let v = 0; v < n; v++) {
      let best = -1;
      let most = 0;
      for (const { offsets, items } of sides)
        for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
          const label = labels[items[at]!]!;
          const seen = ++count[label]!;
          if (seen > most || (seen === most && label < best)) {
            best = label;
            most = seen;
          }
        }
      for (const { offsets, items } of sides)
        for (let at = offsets[v]!; at < offsets[v + 1]!; at++) count[labels[items[at]!]!] = 0;
      if (best >= 0) next[v] = best;
    }
    labels = next;
  }
  return labels;
}
