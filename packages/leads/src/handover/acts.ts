import {
  type CustodyEvent,
  type CustodyLog,
  type CustodyProof,
  checkEvent,
  type Outcome,
  proveCustody,
} from '../custody/index.ts';
import { errors } from '../errors.ts';
import type { VerifiedPackage } from '../verify/index.ts';

/** Who acts on a package, why, and on what authority. */
export interface Act {
  readonly who: string;
  readonly at: string;
  readonly purpose?: string | null;
  readonly authority?: string | null;
  readonly recipient?: string | null;
}

export interface Recorded {
  readonly event: CustodyEvent;
  /** For the recipient: that the act stands in the log, and that the log grew from the head that the package encloses. */
  readonly receipt: CustodyProof;
}

const eventOf = (
  kind: CustodyEvent['kind'],
  { lead, digest }: VerifiedPackage,
  { who, at, purpose = null, authority = null, recipient = null }: Act,
  outcome: Outcome | null = null,
): CustodyEvent => ({
  kind,
  at,
  who,
  gang: lead?.gang ?? '',
  package: lead?.package ?? '',
  digest: digest ?? '',
  purpose,
  authority,
  recipient,
  profile: lead?.profile ?? null,
  outcome,
});

/**
 * Enters an act on a package that was just verified: its check first, then the act, so that the log says which bytes were handed over.
 * @throws CodedError `leads.package-not-sound`, `leads.event-needs`; nothing is entered then
 */
export async function recordAct(
  log: CustodyLog,
  kind: 'viewed' | 'handed-over' | 'received' | 'outcome',
  verified: VerifiedPackage,
  act: Act,
  outcome: Outcome | null = null,
): Promise<Recorded> {
  if (!verified.valid)
    throw errors('leads.package-not-sound', { name: verified.bag, problems: verified.problems.length });
  const event = checkEvent(eventOf(kind, verified, act, outcome));
  await log.append(eventOf('re-hashed', verified, { who: act.who, at: act.at }));
  await log.append(event);
  return { event, receipt: proveCustody(log, event.package, verified.custody)! };
}

/** Enters what a recipient made of a package that need not be at hand any more. @throws CodedError `leads.event-needs` */
export async function recordOutcome(
  log: CustodyLog,
  made: CustodyEvent,
  act: Act,
  outcome: Outcome,
): Promise<CustodyEvent> {
  const { who, at, recipient = null } = act;
  const event = {
    ...made,
    kind: 'outcome' as const,
    who,
    at,
    recipient,
    purpose: null,
    authority: null,
    outcome,
  };
  return (await log.append(event)).event;
}
