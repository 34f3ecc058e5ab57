import type { Incidence } from '../graph/types.ts';
import { traitsOf } from '../kinds.ts';
import { corroborate, countPeople, type Standing } from './corroborate.ts';

/** Why a trace ties nothing, or less than it could. */
export type HubReason = 'uncorroborated' | 'crowded';

export interface Weighed extends Standing {
  /** How much a trace ties its cases, in [0, 1]; 0 where it ties none. */
  readonly weight: Float64Array;
  /** Per trace: 0 where it is no hub, else 1 + index into `hubReasons`. */
  readonly hub: Uint8Array;
}

export const hubReasons: readonly HubReason[] = ['uncorroborated', 'crowded'];

export interface WeighOptions {
  /** From its kind's crowd on, the least share of a trace's cases that must be borne out by others. */
  readonly leastCorroborated: number;
  /** A trace of more than this share of all customers is no mark of anybody; */
  readonly mostShare: number;
  /** but of so many customers it may be, however few there are in all: a gang can be most of what a small lender sees. */
  readonly mostAtLeast: number;
}

export const weighDefaults: WeighOptions = {
  leastCorroborated: 0.25,
  mostShare: 0.05,
  mostAtLeast: 300,
};

/** Traces with their weights: rare before common (inverse customer frequency), borne out before alone; crowds without company are cut. */
export function weigh(graph: Incidence, options: WeighOptions = weighDefaults): Weighed {
  const { customers, lenders } = countPeople(graph);
  const corroborated = corroborate(graph, customers);
  const n = customers.length;
  const weight = new Float64Array(n);
  const hub = new Uint8Array(n);
  const all = Math.max(2, graph.cases.customers);
  const most = Math.max(options.mostAtLeast, options.mostShare * all);
  for (let trace = 0; trace < n; trace++) {
    const d = customers[trace]!;
    if (d < 2) continue;
    const { crowd, prior } = traitsOf(graph.traces.kind[trace]!);
    if (d >= crowd && corroborated[trace]! < options.leastCorroborated) hub[trace] = 1;
    else if (d > most) hub[trace] = 2;
    if (hub[trace]) continue;
    const rarity = Math.max(0.1, Math.log(all / d) / Math.log(1 + all / 2));
    weight[trace] = prior * rarity * (0.2 + 0.8 * corroborated[trace]!);
  }
  return { customers, lenders, corroborated, weight, hub };
}
