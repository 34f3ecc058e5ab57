import { weightedGraph } from '../communities/graph.ts';
import { leiden } from '../communities/leiden.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import { traitsOf } from '../kinds.ts';
import type { Weighed } from '../weights/weigh.ts';

export interface Forger {
  readonly supplies: readonly number[];
  readonly cases: readonly number[];
  /** Gangs by their number, with how many of their cases bear its supplies; most first. */
  readonly agencies: readonly { readonly gang: number; readonly cases: number }[];
  /** Share of its cases that are of gangs. */
  readonly purity: number;
}

export interface SupplyOptions {
  readonly seed: number;
  /** The least share of a supply's cases that are of gangs: a real hospital's papers are seen with honest people too. */
  readonly leastPurity: number;
  /** The least cases, and the least share of its cases, with which a gang hangs below a forger. */
  readonly leastCases: number;
  readonly leastShare: number;
}

export const supplyDefaults: SupplyOptions = { seed: 1, leastPurity: 0.5, leastCases: 2, leastShare: 0.1 };

/** Supplied traces (seals, templates) that are seen with gangs rather than with everybody, and with which gangs. */
function suspectSupplies(graph: Incidence, weighed: Weighed, gangOf: Int32Array, least: number) {
  const { byTrace } = graph;
  const found: { trace: number; gangs: Map<number, number> }[] = [];
  for (let trace = 0; trace + 1 < byTrace.offsets.length; trace++) {
    if (weighed.customers[trace]! < 2 || traitsOf(graph.traces.kind[trace]!).side !== 'supply') continue;
    const gangs = new Map<number, number>();
    let inside = 0;
    const from = byTrace.offsets[trace]!;
    const to = byTrace.offsets[trace + 1]!;
    for (let at = from; at < to; at++) {
      const gang = gangOf[byTrace.items[at]!]!;
      if (gang < 0) continue;
      inside++;
      gangs.set(gang, (gangs.get(gang) ?? 0) + 1);
    }
    if (inside >= 2 && inside >= least * (to - from)) found.push({ trace, gangs });
  }
  return found;
}

/**
 * Forgers: communities of supplies by the gangs that use them. A gang is one vertex there, however many cases it has, so
 * that a den is not cut into the agencies it supplies, nor are agencies swallowed by their den.
 * @param gangOf per case the number of its gang, −1 where it has none
 */
export function findForgers(
  graph: Incidence,
  weighed: Weighed,
  gangOf: Int32Array,
  gangs: readonly { readonly cases: readonly number[] }[],
  options: SupplyOptions = supplyDefaults,
): Forger[] {
  const suspects = suspectSupplies(graph, weighed, gangOf, options.leastPurity);
  if (suspects.length === 0) return [];
  const from = new GrowingInts();
  const to = new GrowingInts();
  const weights: number[] = [];
  for (const [i, { gangs: users }] of suspects.entries())
    for (const [gang, cases] of users) {
      from.push(gangs.length + i);
      to.push(gang);
      weights.push(Math.log1p(cases));
    }
  const tied = weightedGraph(
    gangs.length + suspects.length,
    from.view(),
    to.view(),
    Float64Array.from(weights),
  );
  const part = leiden(tied, { seed: options.seed });
  const bySet = Map.groupBy(suspects.keys(), (i) => part[gangs.length + i]!);
  const forgers: Forger[] = [];
  for (const members of bySet.values()) {
    const supplies = members.map((i) => suspects[i]!.trace);
    const cases = new Set<number>();
    for (const trace of supplies)
      for (let at = graph.byTrace.offsets[trace]!; at < graph.byTrace.offsets[trace + 1]!; at++)
        cases.add(graph.byTrace.items[at]!);
    const users = new Map<number, number>();
    let inside = 0;
    for (const id of cases) {
      const gang = gangOf[id]!;
      if (gang < 0) continue;
      inside++;
      users.set(gang, (users.get(gang) ?? 0) + 1);
    }
    const agencies = [...users]
      .filter(([gang, n]) => n >= options.leastCases && n >= options.leastShare * gangs[gang]!.cases.length)
      .map(([gang, n]) => ({ gang, cases: n }))
      .sort((a, b) => b.cases - a.cases || a.gang - b.gang);
    if (agencies.length < 2) continue;
    forgers.push({
      supplies,
      cases: [...cases].sort((a, b) => a - b),
      agencies,
      purity: inside / cases.size,
    });
  }
  return forgers;
}
