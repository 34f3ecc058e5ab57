import { coarsen } from '../communities/coarsen.ts';
import { weightedGraph } from '../communities/graph.ts';
import { leiden } from '../communities/leiden.ts';
import { UnionFind } from '../components/union-find.ts';
import { offsetsOf, orderByRow } from '../graph/rows.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import { traitsOf } from '../kinds.ts';
import type { Weighed } from '../weights/weigh.ts';

export interface GroupOptions {
  readonly resolution: number;
  readonly seed: number;
  /** Communities with at least this much of the lesser's weight between them are one group. */
  readonly conductance: number;
  /** Components of up to so many cases are groups as they are. */
  readonly wholeUpTo: number;
}

export const groupDefaults: GroupOptions = { resolution: 1, seed: 1, conductance: 0.15, wholeUpTo: 8 };

/** Whether a trace ties the cases of people who act; what a forger supplies spans several of them. */
export const tiesActors = (graph: Incidence, { weight }: Weighed, trace: number): boolean =>
  weight[trace]! > 0 && traitsOf(graph.traces.kind[trace]!).side === 'actor';

/** Communities within one component of cases and traces; groups are numbered from `first`. Answers with the next number. */
function split(
  graph: Incidence,
  weighed: Weighed,
  members: Int32Array,
  place: Int32Array,
  group: Int32Array,
  first: number,
  options: GroupOptions,
): number {
  const { byCase } = graph;
  const from = new GrowingInts();
  const to = new GrowingInts();
  const weights: number[] = [];
  let vertices = members.length;
  const seen: number[] = [];
  for (const [i, id] of members.entries())
    for (let at = byCase.offsets[id]!; at < byCase.offsets[id + 1]!; at++) {
      const trace = byCase.items[at]!;
      if (!tiesActors(graph, weighed, trace)) continue;
      if (place[trace] === -1) {
        place[trace] = vertices++;
        seen.push(trace);
      }
      from.push(i);
      to.push(place[trace]!);
      weights.push(weighed.weight[trace]!);
    }
  for (const trace of seen) place[trace] = -1;
  const tied = weightedGraph(vertices, from.view(), to.view(), Float64Array.from(weights));
  const part = coarsen(tied, leiden(tied, options), options.conductance);
  let next = first;
  const numbers = new Map<number, number>();
  for (const [i, id] of members.entries()) {
    let number = numbers.get(part[i]!);
    if (number === undefined) {
      number = next++;
      numbers.set(part[i]!, number);
    }
    group[id] = number;
  }
  return next;
}

/** Per case the number of its group, −1 where nothing ties it to another; and how many groups there are. */
export function findGroups(
  graph: Incidence,
  weighed: Weighed,
  options: GroupOptions = groupDefaults,
): { group: Int32Array; groups: number } {
  const n = graph.cases.names.length;
  const { byTrace } = graph;
  const traces = byTrace.offsets.length - 1;
  const sets = new UnionFind(n);
  for (let trace = 0; trace < traces; trace++) {
    if (!tiesActors(graph, weighed, trace)) continue;
    const from = byTrace.offsets[trace]!;
    for (let at = from + 1; at < byTrace.offsets[trace + 1]!; at++)
      sets.union(byTrace.items[from]!, byTrace.items[at]!);
  }
  const labels = sets.labels();
  const offsets = offsetsOf(labels, n);
  const order = orderByRow(labels, offsets);
  const group = new Int32Array(n).fill(-1);
  const place = new Int32Array(traces).fill(-1);
  let groups = 0;
  for (let label = 0; label < n; label++) {
    const size = offsets[label + 1]! - offsets[label]!;
    if (size < 2) continue;
    const members = order.subarray(offsets[label]!, offsets[label + 1]!);
    if (size > options.wholeUpTo) groups = split(graph, weighed, members, place, group, groups, options);
    else {
      for (const id of members) group[id] = groups;
      groups++;
    }
  }
  return { group, groups };
}
