import type { Reason, TraceKind } from '@jianzhen/evidence';
import type { Incidence } from '../graph/types.ts';
import { kindNames } from '../kinds.ts';
import { reason } from '../messages.ts';
import { percent } from '../roles/reasons.ts';
import { hubReasons, type Weighed } from '../weights/weigh.ts';

/** A trace that many have and that ties none of them, with the reason. */
export interface Hub {
  readonly kind: TraceKind;
  readonly value: string;
  readonly cases: number;
  readonly customers: number;
  readonly lenders: number;
  /** Share of its cases that have anything else in common, in [0, 1]. */
  readonly corroborated: number;
  readonly reason: Reason;
}

/** Hubs, most customers first. */
export function hubsOf({ traces, byTrace }: Incidence, weighed: Weighed): Hub[] {
  const found: number[] = [];
  for (let trace = 0; trace < weighed.hub.length; trace++) if (weighed.hub[trace]) found.push(trace);
  found.sort((a, b) => weighed.customers[b]! - weighed.customers[a]! || a - b);
  return found.map((trace) => {
    const customers = weighed.customers[trace]!;
    const corroborated = weighed.corroborated[trace]!;
    return {
      kind: kindNames[traces.kind[trace]!]!,
      value: traces.values[trace]!,
      cases: byTrace.offsets[trace + 1]! - byTrace.offsets[trace]!,
      customers,
      lenders: weighed.lenders[trace]!,
      corroborated,
      reason: reason(`hub.${hubReasons[weighed.hub[trace]! - 1]!}`, {
        customers,
        percent: percent(corroborated),
      }),
    };
  });
}
