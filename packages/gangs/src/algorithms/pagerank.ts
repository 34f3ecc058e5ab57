import type { Directed } from './types.ts';

/**
 * Page, Brin, Motwani and Winograd 1999, as Graphalytics 1.0.3, section 2.3.2, has it: a fixed number of rounds, and what
 * vertices without edges out hold is spread over all. Sums to 1.
 */
export function pageRank(graph: Directed, rounds: number, damping = 0.85): Float64Array {
  const { out, in: into } = graph;
  const n = out.offsets.length - 1;
  let rank = new Float64Array(n).fill(1 / n);
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(n);
    let dangling = 0;
    for (let v = 0; v < n; v++) if (out.offsets[v] === out.offsets[v + 1]) dangling += rank[v]!;
    const base = (1 - damping + damping * dangling) / n;
    for (let v = 0; v < n; v++) {
      let sum = 0;
      for (let at = into.offsets[v]!; at < into.offsets[v + 1]!; at++) {
        const other = into.items[at]!;
        sum += rank[other]! / (out.offsets[other + 1]! - out.offsets[other]!);
      }
      next[v] = base + damping * sum;
    }
    rank = next;
  }
  return rank;
}
