import { columnWeight, densest } from '../communities/fraudar.ts';
import { weightedGraph } from '../communities/graph.ts';
import { rowOf } from '../graph/rows.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import type { SharedTrace } from './types.ts';

export interface Core {
  /** Cases of the densest part of a gang. */
  readonly cases: number;
  /** Traces that hold it together. */
  readonly traces: number;
}

/** The densest part of a gang's cases and traces: where to begin to look. */
export function coreOf(
  graph: Incidence,
  customers: Int32Array,
  cases: readonly number[],
  shared: readonly Pick<SharedTrace, 'trace'>[],
): Core {
  const place = new Map(cases.map((id, i) => [id, i]));
  const from = new GrowingInts();
  const to = new GrowingInts();
  const weights: number[] = [];
  for (const [i, { trace }] of shared.entries())
    for (const id of rowOf(graph.byTrace, trace)) {
      const vertex = place.get(id);
      if (vertex === undefined) continue;
      from.push(vertex);
      to.push(cases.length + i);
      weights.push(columnWeight(customers[trace]!));
    }
  const vertices = cases.length + shared.length;
  const { vertices: core } = densest(
    weightedGraph(vertices, from.view(), to.view(), Float64Array.from(weights)),
  );
  const inside = core.filter((v) => v < cases.length).length;
  return { cases: inside, traces: core.length - inside };
}
