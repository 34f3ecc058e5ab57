import type { Message, TraceKind } from '@jianzhen/evidence';
import { bridges } from '../graph/bridges.ts';
import type { Incidence } from '../graph/types.ts';
import { GrowingInts } from '../ids/growing.ts';
import { kindNames, traitsOf } from '../kinds.ts';
import { reason } from '../messages.ts';
import type { MinedGang } from '../roles/types.ts';
import type { Weighed } from '../weights/weigh.ts';
import { kindWords } from '../words.ts';

/** Why one case is of a gang: a trace that others of the gang have too. */
export interface GangLink {
  readonly gang: string;
  readonly case: string;
  readonly kind: TraceKind;
  readonly value: string;
  /** When it was seen, ISO 8601; null where unknown. */
  readonly observedAt: string | null;
  /** Cases of the gang that have it, and customers in all. */
  readonly casesInGang: number;
  readonly customers: number;
  readonly lenders: number;
  /** How many times as likely the trace is in the gang as among everybody else. */
  readonly lift: number;
  /** Cases and traces that would hang on nothing without this link; 0 where others hold them. */
  readonly bridge: number;
  /** Whether it is a bridge of little weight: who looks into the gang should look here first. */
  readonly weak: boolean;
  readonly message: Message;
}

/** A bridge below this lift is weak: it may be chance. */
const WEAK_LIFT = 50;

/** Every link of a gang, by case and trace. */
export function* linksOf(
  graph: Incidence,
  weighed: Weighed,
  { gang, cases, traces }: MinedGang,
): Generator<GangLink> {
  const { byTrace, seenAt } = graph;
  const place = new Map(cases.map((id, i) => [id, i]));
  const ends = new GrowingInts();
  const rows: { id: number; trace: number; cases: number; people: Set<number>; at: number }[] = [];
  for (const [i, { trace, cases: borne }] of traces.entries()) {
    const people = new Set<number>();
    for (let at = byTrace.offsets[trace]!; at < byTrace.offsets[trace + 1]!; at++) {
      const id = byTrace.items[at]!;
      const vertex = place.get(id);
      if (vertex === undefined) continue;
      people.add(graph.cases.customer[id]!);
      ends.push(vertex);
      ends.push(cases.length + i);
      rows.push({ id, trace, cases: borne, people, at: seenAt[at]! });
    }
  }
  const parted = bridges(cases.length + traces.length, ends.view());
  const others = Math.max(1, graph.cases.customers - gang.customers);
  const order = [...rows.keys()].sort((a, b) => rows[a]!.id - rows[b]!.id || rows[a]!.trace - rows[b]!.trace);
  for (const i of order) {
    const { id, trace, cases: borne, people, at } = rows[i]!;
    const customers = weighed.customers[trace]!;
    const inside = people.size;
    const { strangers } = traitsOf(graph.traces.kind[trace]!);
    const lift = inside / gang.customers / ((customers - inside + strangers) / others);
    const kind = kindNames[graph.traces.kind[trace]!]!;
    const value = graph.traces.values[trace]!;
    const observedAt = Number.isNaN(at) ? null : new Date(at).toISOString();
    const when = observedAt
      ? { zh: observedAt, en: observedAt }
      : { zh: '时间不明', en: 'at an unknown time' };
    const weak = parted[i]! > 0 && lift < WEAK_LIFT;
    const { message } = reason(weak ? 'link.weak' : 'link.shared', {
      kind: kindWords[kind],
      value,
      when,
      cases: borne,
      customers,
      lift: lift < 10 ? lift.toFixed(1) : Math.round(lift),
    });
    yield {
      gang: gang.gang,
      case: graph.cases.names[id]!,
      kind,
      value,
      observedAt,
      casesInGang: borne,
      customers,
      lenders: weighed.lenders[trace]!,
      lift,
      bridge: parted[i]!,
      weak,
      message,
    };
  }
}
