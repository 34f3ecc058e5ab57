import type { CustodyEvent, LogLine, Outcome } from '../custody/index.ts';

/** What the custody log says of one package. */
export interface LeadRecord {
  readonly package: string;
  readonly gang: string;
  readonly digest: string;
  readonly profile: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** False while it was begun only: its export was interrupted, or is under way. */
  readonly exported: boolean;
  readonly handedOver: readonly {
    readonly at: string;
    readonly recipient: string;
    readonly authority: string;
  }[];
  readonly received: boolean;
  /** The last word of a recipient. */
  readonly outcome: (Outcome & { readonly at: string; readonly recipient: string | null }) | null;
  /** Acts in their order. */
  readonly events: readonly CustodyEvent[];
}

/** Every package of the log, newest first. */
export function leadsOf(lines: readonly LogLine[]): LeadRecord[] {
  const byPackage = Map.groupBy(
    lines.map(({ event }) => event),
    (event) => event.package,
  );
  return [...byPackage.values()].map(recordOf).toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

function recordOf(events: readonly CustodyEvent[]): LeadRecord {
  const [first] = events as [CustodyEvent, ...CustodyEvent[]];
  const last = events.findLast(({ kind }) => kind === 'outcome');
  return {
    package: first.package,
    gang: first.gang,
    digest: first.digest,
    profile: first.profile,
    madeAt: first.at,
    exported: events.some(({ kind }) => kind === 'exported'),
    handedOver: events
      .filter(({ kind }) => kind === 'handed-over')
      .map(({ at, recipient, authority }) => ({ at, recipient: recipient!, authority: authority! })),
    received: events.some(({ kind }) => kind === 'received'),
    outcome: last?.outcome ? { ...last.outcome, at: last.at, recipient: last.recipient } : null,
    events,
  };
}
