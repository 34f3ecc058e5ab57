/**
 * Traag, Waltman and van Eck, "From Louvain to Leiden: guaranteeing well-connected communities" (Scientific Reports 9,
 * 2019), for modularity with a resolution.
 */
import { xorshift } from '../random.ts';
import { aggregate, renumber } from './graph.ts';
import { moveVertices } from './move.ts';
import { refine } from './refine.ts';
import type { WeightedGraph } from './types.ts';

export interface LeidenOptions {
  /** γ: above 1 for smaller communities, below for larger ones. */
  readonly resolution?: number;
  readonly seed?: number;
  /** Runs over the whole graph, each from the partition of the one before; it ends early where nothing changes. */
  readonly rounds?: number;
}

/** One run: communities of the vertices, from `start`, never worse than it. */
function run(graph: WeightedGraph, start: Int32Array, factor: number, random: () => number): Int32Array {
  let level = graph;
  let part = start;
  // Which vertex of the present level each vertex of the graph has become.
  const place = Int32Array.from({ length: start.length }, (_, v) => v);
  for (;;) {
    moveVertices(level, part, factor, random);
    if (renumber(part) === part.length) break;
    const refined = refine(level, part, factor, random);
    let sets = renumber(refined);
    // Where nothing could be merged below, whole communities are: otherwise it would go on for ever.
    if (sets === part.length) {
      refined.set(part);
      sets = renumber(refined);
    }
    const above = new Int32Array(sets);
    for (let v = 0; v < part.length; v++) above[refined[v]!] = part[v]!;
    for (let v = 0; v < place.length; v++) place[v] = refined[place[v]!]!;
    level = aggregate(level, refined, sets);
    part = above;
  }
  return place.map((v) => part[v]!);
}

/** Communities of high modularity: per vertex a number, 0, 1, … in the order of first members. The same seed, the same answer. */
export function leiden(
  graph: WeightedGraph,
  { resolution = 1, seed = 1, rounds = 3 }: LeidenOptions = {},
): Int32Array {
  const random = xorshift(seed);
  const total = graph.strengths.reduce((sum, strength) => sum + strength, 0);
  let part: Int32Array = Int32Array.from({ length: graph.strengths.length }, (_, v) => v);
  if (total === 0) return part;
  for (let round = 0; round < rounds; round++) {
    const next = run(graph, part.slice(), resolution / total, random);
    renumber(next);
    if (next.every((set, v) => set === part[v])) break;
    part = next;
  }
  return part;
}
