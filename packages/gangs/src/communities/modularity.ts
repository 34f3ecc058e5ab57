import type { WeightedGraph } from './types.ts';

/**
 * Newman and Girvan 2004, with the resolution of Reichardt and Bornholdt 2006:
 * Σ over communities of (weight inside) / 2m − γ (strength / 2m)². In [−1, 1]; 0 for a graph without edges.
 */
export function modularity(graph: WeightedGraph, part: Int32Array, resolution = 1): number {
  const total = graph.strengths.reduce((sum, strength) => sum + strength, 0);
  if (total === 0) return 0;
  const inside = new Float64Array(part.length);
  const strength = new Float64Array(part.length);
  for (let v = 0; v < part.length; v++) {
    const set = part[v]!;
    strength[set]! += graph.strengths[v]!;
    inside[set]! += graph.loops[v]!;
    for (let at = graph.offsets[v]!; at < graph.offsets[v + 1]!; at++)
      if (part[graph.targets[at]!] === set) inside[set]! += graph.weights[at]!;
  }
  let sum = 0;
  for (let set = 0; set < part.length; set++)
    sum += inside[set]! / total - resolution * (strength[set]! / total) ** 2;
  return sum;
}
