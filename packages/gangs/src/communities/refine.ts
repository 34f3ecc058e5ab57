import { shuffled } from '../random.ts';
import type { WeightedGraph } from './types.ts';

/**
 * Refinement (Traag et al. 2019, algorithm A.2, RefinePartition and MergeNodesSubset, at θ → 0): within each community,
 * vertices that are still alone join the well-connected part that gains most. Every set of the answer is connected.
 * @param factor resolution / 2m
 */
export function refine(
  graph: WeightedGraph,
  part: Int32Array,
  factor: number,
  random: () => number,
): Int32Array {
  const { offsets, targets, weights, strengths } = graph;
  const n = part.length;
  const whole = new Float64Array(n);
  for (let v = 0; v < n; v++) whole[part[v]!]! += strengths[v]!;
  const refined = Int32Array.from({ length: n }, (_, v) => v);
  const held = strengths.slice();
  const alone = new Uint8Array(n).fill(1);
  // Weight of the edges from a set to the rest of its community.
  const outward = new Float64Array(n);
  for (let v = 0; v < n; v++)
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const other = targets[at]!;
      if (other !== v && part[other] === part[v]) outward[v]! += weights[at]!;
    }
  const connected = (set: number, community: number) =>
    outward[set]! >= factor * held[set]! * (whole[community]! - held[set]!) - 1e-12;
  const towards = new Float64Array(n);
  for (const v of shuffled(n, random)) {
    const community = part[v]!;
    if (!alone[v] || !connected(v, community)) continue;
    const inside: number[] = [];
    for (let at = offsets[v]!; at < offsets[v + 1]!; at++) {
      const other = targets[at]!;
      if (other === v || part[other] !== community) continue;
      const set = refined[other]!;
      if (towards[set] === 0) inside.push(set);
      towards[set]! += weights[at]!;
    }
    let best = v;
    let most = 0;
    for (const set of inside) {
      const gain = towards[set]! - factor * strengths[v]! * held[set]!;
      if (gain < most || (gain === most && (best === v || set > best)) || !connected(set, community))
        continue;
      best = set;
      most = gain;
    }
    if (best !== v) {
      refined[v] = best;
      held[best]! += strengths[v]!;
      held[v] = 0;
      alone[best] = 0;
      alone[v] = 0;
      outward[best]! += outward[v]! - 2 * towards[best]!;
    }
    for (const set of inside) towards[set] = 0;
  }
  return refined;
}
