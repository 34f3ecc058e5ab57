import { UnionFind } from '../components/union-find.ts';
import { aggregate, renumber } from './graph.ts';
import type { WeightedGraph } from './types.ts';

/**
 * Joins communities that no sparse cut parts. Modularity splits a group of many overlapping small circles as gladly as two
 * groups that one edge joins, and how finely depends on the size of the whole (Fortunato and Barthélemy, "Resolution limit
 * in community detection", PNAS 2007). Conductance (weight across / weight of the lesser side) depends on neither: a pair
 * is joined where it is at least `conductance`, the strongest pairs first.
 */
export function coarsen(graph: WeightedGraph, part: Int32Array, conductance: number): Int32Array {
  const place = part.slice();
  let sets = renumber(place);
  for (;;) {
    const level = aggregate(graph, place, sets);
    const choice = new Int32Array(sets).fill(-1);
    const share = new Float64Array(sets);
    for (let set = 0; set < sets; set++)
      for (let at = level.offsets[set]!; at < level.offsets[set + 1]!; at++) {
        const other = level.targets[at]!;
        const least = Math.min(level.strengths[set]!, level.strengths[other]!);
        const across = level.weights[at]! / least;
        if (across >= conductance && across > share[set]!) {
          share[set] = across;
          choice[set] = other;
        }
      }
    const joined = new UnionFind(sets);
    let any = false;
    // Only where both would choose each other, or one is best left to the other: chains are joined link by link.
    for (let set = 0; set < sets; set++) {
      const other = choice[set]!;
      if (other === -1) continue;
      const back = choice[other]!;
      if (back === set || back === -1 || share[set]! >= share[other]!) any = joined.union(set, other) || any;
    }
    if (!any) return place;
    const labels = joined.labels();
    for (let v = 0; v < place.length; v++) place[v] = labels[place[v]!]!;
    sets = renumber(place);
  }
}
