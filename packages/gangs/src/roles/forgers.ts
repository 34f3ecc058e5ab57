import { coarsen } from '../communities/coarsen.ts';
import { weightedGraph } from '../communities/graph.ts';
import { leiden } from '../communities/leiden.ts';
import { rowOf } from '../graph/rows.ts';
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
  /** Communities of supplies with at least this much of the lesser's weight between them are one forger's. */
  readonly conductance: number;
  /** The least cases, and the least share of its cases, with which a gang hangs below a forger. */
  readonly leastCases: number;
  readonly leastShare: number;
}

export const supplyDefaults: SupplyOptions = {
  seed: 1,
  leastPurity: 0.6,
  conductance: 0.1,
  leastCases: 4,
  leastShare: 0.08,
};

/** Supplied traces (seals, templates) that are seen with gangs rather than with everybody. */
function suspectSupplies(
  graph: Incidence,
  { customers }: Weighed,
  gangOf: Int32Array,
  least: number,
): number[] {
  const found: number[] = [];
  for (let trace = 0; trace < customers.length; trace++) {
    if (customers[trace]! < 2 || traitsOf(graph.traces.kind[trace]!).side !== 'supply') continue;
    const cases = rowOf(graph.byTrace, trace);
    let inside = 0;
    for (const id of cases) if (gangOf[id]! >= 0) inside++;
    if (inside >= 2 && inside >= least * cases.length) found.push(trace);
  }
  return found;
}

/**
 * Which supplies are of one maker: a paper bears a form, a seal and the seal's drawing, and the papers of one case are
 * mostly from one hand. Answers with a number per supply.
 */
function makers(
  graph: Incidence,
  supplies: readonly number[],
  { seed, conductance }: SupplyOptions,
): Int32Array {
  const place = new Map<number, number>();
  const from = new GrowingInts();
  const to = new GrowingInts();
  for (const [i, trace] of supplies.entries())
    for (const id of rowOf(graph.byTrace, trace)) {
      let vertex = place.get(id);
      if (vertex === undefined) {
        vertex = supplies.length + place.size;
        place.set(id, vertex);
      }
      from.push(i);
      to.push(vertex);
    }
  const tied = weightedGraph(
    supplies.length + place.size,
    from.view(),
    to.view(),
    new Float64Array(from.length).fill(1),
  );
  return coarsen(tied, leiden(tied, { seed }), conductance).subarray(0, supplies.length);
}

/**
 * Forgers: makers whose supplies two gangs or more use. The gangs themselves were found without the supplies, so that agencies
 * are not swallowed by their forger.
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
  const maker = makers(graph, suspects, options);
  const byMaker = Map.groupBy(suspects, (_, i) => maker[i]!);
  const forgers: Forger[] = [];
  for (const supplies of byMaker.values()) {
    const cases = [...new Set(supplies.flatMap((trace) => [...rowOf(graph.byTrace, trace)]))].sort(
      (a, b) => a - b,
    );
    const users = new Map<number, number>();
    for (const id of cases) if (gangOf[id]! >= 0) users.set(gangOf[id]!, (users.get(gangOf[id]!) ?? 0) + 1);
    const agencies = [...users]
      .filter(([gang, n]) => n >= options.leastCases && n >= options.leastShare * gangs[gang]!.cases.length)
      .map(([gang, n]) => ({ gang, cases: n }))
      .sort((a, b) => b.cases - a.cases || a.gang - b.gang);
    if (agencies.length < 2) continue;
    const inside = cases.filter((id) => gangOf[id]! >= 0).length;
    forgers.push({ supplies, cases, agencies, purity: inside / cases.length });
  }
  return forgers;
}
