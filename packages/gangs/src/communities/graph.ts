import { offsetsOf } from '../graph/rows.ts';
import type { WeightedGraph } from './types.ts';

function withStrengths(
  offsets: Int32Array,
  targets: Int32Array,
  weights: Float64Array,
  loops: Float64Array,
): WeightedGraph {
  const strengths = loops.slice();
  for (let v = 0; v < loops.length; v++)
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) strengths[v]! += weights[at]!;
  return { offsets, targets, weights, loops, strengths };
}

/** A graph from a list of edges, each given once; one from a vertex to itself becomes a loop. */
export function weightedGraph(
  vertices: number,
  from: Int32Array,
  to: Int32Array,
  weights: Float64Array,
): WeightedGraph {
  const loops = new Float64Array(vertices);
  const both = new Int32Array(2 * from.length);
  both.set(from);
  both.set(to, from.length);
  const offsets = offsetsOf(both, vertices);
  const next = offsets.slice();
  const targets = new Int32Array(both.length);
  const values = new Float64Array(both.length);
  for (let edge = 0; edge < from.length; edge++) {
    const [a, b, weight] = [from[edge]!, to[edge]!, weights[edge]!];
    // A loop stands in its row twice with weight 0, which adds nothing.
    if (a === b) loops[a]! += 2 * weight;
    const value = a === b ? 0 : weight;
    targets[next[a]!] = b;
    values[next[a]!++] = value;
    targets[next[b]!] = a;
    values[next[b]!++] = value;
  }
  return withStrengths(offsets, targets, values, loops);
}

/** The graph whose vertices are the sets of `part` (numbered 0 … sets − 1). */
export function aggregate(graph: WeightedGraph, part: Int32Array, sets: number): WeightedGraph {
  const { offsets, targets, weights } = graph;
  const loops = new Float64Array(sets);
  const members = offsetsOf(part, sets);
  const next = members.slice();
  const order = new Int32Array(part.length);
  for (let v = 0; v < part.length; v++) order[next[part[v]!]!++] = v;
  const sum = new Float64Array(sets);
  const starts = new Int32Array(sets + 1);
  const outTargets: number[] = [];
  const outWeights: number[] = [];
  for (let set = 0; set < sets; set++) {
    const touched: number[] = [];
    for (let i = members[set]!; i < members[set + 1]!; i++) {
      const v = order[i]!;
      loops[set]! += graph.loops[v]!;
      for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
        const other = part[targets[at]!]!;
        if (other === set) loops[set]! += weights[at]!;
        else if (weights[at]! > 0) {
          if (sum[other] === 0) touched.push(other);
          sum[other]! += weights[at]!;
        }
      }
    }
    for (const other of touched) {
      outTargets.push(other);
      outWeights.push(sum[other]!);
      sum[other] = 0;
    }
    starts[set + 1] = outTargets.length;
  }
  return withStrengths(starts, Int32Array.from(outTargets), Float64Array.from(outWeights), loops);
}

/** Names the sets of a partition (numbers below its length) 0, 1, … in the order of first members; answers with how many there are. */
export function renumber(part: Int32Array): number {
  const names = new Int32Array(part.length).fill(-1);
  let sets = 0;
  for (let v = 0; v < part.length; v++) {
    const set = part[v]!;
    if (names[set] === -1) names[set] = sets++;
    part[v] = names[set]!;
  }
  return sets;
}
